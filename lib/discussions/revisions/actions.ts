"use server";

import { action } from "@/lib/platform/action";
import { restoreRevision } from "./commands";

export const restoreRevisionAction = action(restoreRevision, { to: ({ slug, discussionId, id }) => `/communities/${slug}/discussions/${discussionId}#p-${id}` });
