"use server";

import { press } from "@/lib/platform/action";
import { catchUp } from "./commands";

export const catchUpAction = press(catchUp);
