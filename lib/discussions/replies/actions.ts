"use server";

import { action, press } from "@/lib/platform/action";
import { postHref } from "../rules";
import { deleteReply, editReply, postReply, restoreReply } from "./commands";

export const postReplyAction = action(postReply, { to: ({ id, discussionId, slug, far }) => (far ? postHref(slug, discussionId, id) : null) });
export const editReplyAction = action(editReply, { to: ({ id, discussionId, slug }) => postHref(slug, discussionId, id) });
export const deleteReplyAction = press(deleteReply, { says: ({ id }) => ({ says: "reply-deleted", undo: { what: "reply", id } }) });
export const restoreReplyAction = press(restoreReply);
