"use server";

import { action } from "@/lib/platform/action";
import { mergeDiscussion } from "./commands";

export const mergeDiscussionAction = action(mergeDiscussion, { to: ({ slug, intoId, replyId }) => `/communities/${slug}/discussions/${intoId}#p-${replyId}` });
