"use server";

import { action } from "@/lib/platform/action";
import { postHref } from "../rules";
import { restoreRevision } from "./commands";

export const restoreRevisionAction = action(restoreRevision, { to: ({ slug, discussionId, id }) => postHref(slug, discussionId, id) });
