import { type Actor, belongsTo, leads } from "@/lib/platform/actor";
import type { Standing } from "../policy";

/** Only the clock closes what has gone quiet. */
export const mayCloseQuiet = (actor: Actor) => actor.kind === "system";

/** Its starter is asked for it; a leader may step in. */
export const maySummarise = (actor: Actor, topic: Standing) =>
  actor.kind === "person" && belongsTo(actor, topic.communityId) && !topic.community.archivedAt && (actor.id === topic.authorId || leads(actor, topic.communityId));
