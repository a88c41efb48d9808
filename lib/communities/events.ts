import "server-only";
import type { Reactions } from "@/lib/platform/events";
import { askWhereNobodyLeads } from "./leaders/commands";
import { replaceTag } from "./tags/commands";

/** A text that was being written while its tag was renamed or merged may have come in with the old word. */
const sweepTag: Reactions[string] = async (tx, { communityId, payload }) => {
  if (communityId && typeof payload.from === "string" && typeof payload.to === "string") await replaceTag(tx, communityId, payload.from, payload.to);
};

export const reactions: Reactions = { "tag.renamed": sweepTag, "tag.merged": sweepTag };
