"use server";

import { action } from "@/lib/platform/action";
import { askErasure, closeAccount, eraseAccount, withdrawErasure } from "./commands";

export const closeAccountAction = action(closeAccount);
export const eraseAccountAction = action(eraseAccount);
export const askErasureAction = action(askErasure);
export const withdrawErasureAction = action(withdrawErasure);
