"use server";

import { action } from "@/lib/platform/action";
import { deleteDiscussion, editDiscussion, restoreDiscussion, startDiscussion } from "./commands";

export const startDiscussionAction = action(startDiscussion, { to: ({ id, slug }) => `/communities/${slug}/discussions/${id}` });
export const editDiscussionAction = action(editDiscussion);
export const deleteDiscussionAction = action(deleteDiscussion, { to: ({ id, slug }) => `/communities/${slug}?deleted=${id}` });
export const restoreDiscussionAction = action(restoreDiscussion);
