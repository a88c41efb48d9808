import { type Actor, NOBODY } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "../policy";

/**
 * Which notifications `n` about a discussion still stand for their reader: the discussion `d` in its community `c` is read, the reply `r`
 * they name is there, and what they tell of is so, or still asked.
 */
export const discussionNoticesSeenBySql = (actor: Actor) => {
  const me = sql`${actor.kind === "person" ? actor.id : NOBODY}::uuid`;
  return sql`(${discussionsSeenBySql(actor)} AND (n."replyId" IS NULL OR (r.id IS NOT NULL AND r."deletedAt" IS NULL AND r."hiddenAt" IS NULL)) AND CASE
    WHEN n.kind IN ('accepted', 'solved') THEN d."acceptedReplyId" = n."replyId"
    WHEN n.kind = 'reaction' THEN EXISTS (SELECT 1 FROM "Reaction" x WHERE x."userId" = n."actorId" AND x."discussionId" = d.id AND x."replyId" IS NOT DISTINCT FROM n."replyId")
    WHEN n.kind = 'summary' THEN d."authorId" = ${me} AND d."closedAt" IS NOT NULL AND d.summary = '' AND c.id = ANY(${[...actor.memberOf]}::uuid[])
    WHEN n.kind = 'help-overdue' THEN d."authorId" = ${me} AND d."closedAt" IS NULL
    WHEN n.kind = 'move-consent' THEN EXISTS (SELECT 1 FROM "DiscussionMove" v WHERE v."discussionId" = d.id AND v."doneAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "MoveConsent" k WHERE k."moveId" = v.id AND k."userId" = ${me}))
    WHEN n.kind = 'report' THEN c.id = ANY(${[...actor.leads]}::uuid[]) AND EXISTS (SELECT 1 FROM "Report" p WHERE p.id = n."subjectId" AND p."resolvedAt" IS NULL)
    ELSE true END)`;
};
