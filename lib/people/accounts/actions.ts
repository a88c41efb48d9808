"use server";

import { action } from "@/lib/platform/action";
import { askEmailChange, changePassword, confirmEmail, setEmail } from "./commands";

export const changePasswordAction = action(changePassword);
export const askEmailChangeAction = action(askEmailChange);
export const confirmEmailAction = action(confirmEmail, { to: () => "/settings/sign-in" });
export const setEmailAction = action(setEmail);
