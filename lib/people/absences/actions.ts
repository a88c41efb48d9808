"use server";

import { action, press } from "@/lib/platform/action";
import { addAbsence, endAbsence } from "./commands";

export const addAbsenceAction = action(addAbsence, { says: () => ({ says: "saved" }) });
export const endAbsenceAction = press(endAbsence);
