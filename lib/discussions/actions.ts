"use server";

import { action, press } from "@/lib/platform/action";
import { deleteDiscussion, editDiscussion, restoreDiscussion, startDiscussion } from "./commands";

export const startDiscussionAction = action(startDiscussion, { to: ({ id, slug }) => `/communities/${slug}/discussions/${id}` });
export const editDiscussionAction = action(editDiscussion, { to: ({ id, slug }) => `/communities/${slug}/discussions/${id}` });
export const deleteDiscussionAction = press(deleteDiscussion, {
  to: ({ slug }) => `/communities/${slug}`,
  says: ({ id }) => ({ says: "discussion-deleted", undo: { what: "discussion", id } }),
});
export const restoreDiscussionAction = press(restoreDiscussion);
