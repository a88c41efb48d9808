"use server";

import { action } from "@/lib/platform/action";
import { addAbsence, endAbsence } from "./commands";

export const addAbsenceAction = action(addAbsence);
export const endAbsenceAction = action(endAbsence);
