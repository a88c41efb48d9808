"use server";

import { door } from "@/lib/platform/door";
import { askReset, resetPassword } from "./commands";

export const askResetAction = door(askReset, () => "/forgot?sent=1");
export const resetPasswordAction = door(resetPassword, () => "/");
