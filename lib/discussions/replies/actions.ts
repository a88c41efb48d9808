"use server";

import { action } from "@/lib/platform/action";
import { deleteReply, editReply, postReply, restoreReply } from "./commands";

export const postReplyAction = action(postReply);
export const editReplyAction = action(editReply);
export const deleteReplyAction = action(deleteReply);
export const restoreReplyAction = action(restoreReply);
