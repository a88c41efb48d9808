"use server";

import { action } from "@/lib/platform/action";
import { hidePost, unhidePost } from "./commands";

const back = { to: ({ slug, discussionId, id }: { slug: string; discussionId: string; id: string }) => `/communities/${slug}/discussions/${discussionId}#p-${id}` };
export const hidePostAction = action(hidePost, back);
export const unhidePostAction = action(unhidePost, back);
