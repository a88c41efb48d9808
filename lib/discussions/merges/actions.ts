"use server";

import { action } from "@/lib/platform/action";
import { postHref } from "../rules";
import { mergeDiscussion } from "./commands";

export const mergeDiscussionAction = action(mergeDiscussion, { to: ({ slug, intoId, replyId }) => postHref(slug, intoId, replyId) });
