"use server";

import { action, press } from "@/lib/platform/action";
import { askErasure, closeAccount, eraseAccount, withdrawErasure } from "./commands";

export const closeAccountAction = action(closeAccount);
export const eraseAccountAction = action(eraseAccount);
export const askErasureAction = press(askErasure);
export const withdrawErasureAction = press(withdrawErasure);
