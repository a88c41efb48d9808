"use server";

import { action } from "@/lib/platform/action";
import { postHref } from "../rules";
import { hidePost, unhidePost } from "./commands";

const back = { to: ({ slug, discussionId, id }: { slug: string; discussionId: string; id: string }) => postHref(slug, discussionId, id) };
export const hidePostAction = action(hidePost, back);
export const unhidePostAction = action(unhidePost, back);
