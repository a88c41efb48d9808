import { type Actor, belongsTo } from "@/lib/platform/actor";
import { mayModerate, type Standing } from "../policy";

type Proposed = Standing & { authorIds: readonly string[] };

/** Whoever wrote the discussion or a reply in it decides whether it may leave. */
export const mayConsent = (actor: Actor, move: Proposed) =>
  actor.kind === "person" && belongsTo(actor, move.communityId) && !move.community.archivedAt && move.authorIds.includes(actor.id);

/** One author's no ends a proposal; so may the leaders. */
export const mayWithdraw = (actor: Actor, move: Proposed) => mayConsent(actor, move) || mayModerate(actor, move);
