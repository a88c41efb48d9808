"use server";

import { action } from "@/lib/platform/action";
import { closeDiscussion, pinDiscussion, reopenDiscussion, unpinDiscussion } from "./commands";

export const pinDiscussionAction = action(pinDiscussion);
export const unpinDiscussionAction = action(unpinDiscussion);
export const closeDiscussionAction = action(closeDiscussion);
export const reopenDiscussionAction = action(reopenDiscussion);
