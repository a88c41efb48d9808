"use server";

import { action, press } from "@/lib/platform/action";
import { addSynonym, mergeTag, removeTag, renameTag } from "./commands";

export const renameTagAction = action(renameTag);
export const mergeTagAction = action(mergeTag);
export const addSynonymAction = action(addSynonym);
export const removeTagAction = press(removeTag);
