"use server";

import { press } from "@/lib/platform/action";
import { closeDiscussion, pinDiscussion, reopenDiscussion, unpinDiscussion } from "./commands";

export const pinDiscussionAction = press(pinDiscussion);
export const unpinDiscussionAction = press(unpinDiscussion);
export const closeDiscussionAction = press(closeDiscussion);
export const reopenDiscussionAction = press(reopenDiscussion);
