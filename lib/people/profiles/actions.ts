"use server";

import { action } from "@/lib/platform/action";
import { chooseTaste, editProfile } from "./commands";

export const editProfileAction = action(editProfile, { says: () => ({ says: "saved" }) });
export const chooseTasteAction = action(chooseTaste, { says: () => ({ says: "saved" }) });
