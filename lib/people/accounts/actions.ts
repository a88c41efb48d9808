"use server";

import { action } from "@/lib/platform/action";
import { askEmailChange, changePassword, confirmEmail, setEmail } from "./commands";

export const changePasswordAction = action(changePassword, { says: () => ({ says: "saved" }) });
export const askEmailChangeAction = action(askEmailChange);
export const confirmEmailAction = action(confirmEmail, { to: () => "/settings/sign-in", says: () => ({ says: "saved" }) });
export const setEmailAction = action(setEmail, { says: () => ({ says: "saved" }) });
