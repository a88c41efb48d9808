"use server";

import { action, press } from "@/lib/platform/action";
import { deleteReply, editReply, postReply, restoreReply } from "./commands";

export const postReplyAction = action(postReply);
export const editReplyAction = action(editReply, { to: ({ id, discussionId, slug }) => `/communities/${slug}/discussions/${discussionId}#p-${id}` });
export const deleteReplyAction = press(deleteReply, { says: ({ id }) => ({ says: "reply-deleted", undo: { what: "reply", id } }) });
export const restoreReplyAction = press(restoreReply);
