import { type Actor, NOBODY } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { communitiesSeenBySql } from "../policy";

/**
 * Which notifications `n` about a community `c` still stand for their reader: what is asked is still asked of them, and they see the
 * community. That they belong to one no more they hear in any case, by name only where they see it.
 */
export const communityNoticesSeenBySql = (actor: Actor) => {
  const me = sql`${actor.kind === "person" ? actor.id : NOBODY}::uuid`;
  return sql`CASE n.kind
    WHEN 'removed' THEN c.id IS NOT NULL AND NOT c.id = ANY(${[...actor.memberOf]}::uuid[])
    WHEN 'invitation' THEN EXISTS (SELECT 1 FROM "CommunityInvitation" i WHERE i.id = n."subjectId" AND i."userId" = ${me} AND i."answeredAt" IS NULL)
    WHEN 'join-request' THEN c.id = ANY(${[...actor.leads]}::uuid[]) AND EXISTS (SELECT 1 FROM "MembershipRequest" q WHERE q.id = n."subjectId" AND q."answeredAt" IS NULL)
    WHEN 'request-late' THEN ${communitiesSeenBySql(actor)} AND EXISTS (SELECT 1 FROM "MembershipRequest" q WHERE q.id = n."subjectId" AND q."userId" = ${me} AND q."answeredAt" IS NULL)
    WHEN 'leadership' THEN c.id = ANY(${[...actor.memberOf]}::uuid[]) AND EXISTS (SELECT 1 FROM "LeadershipOffer" o WHERE o."communityId" = c.id AND o."userId" = ${me} AND o."answeredAt" IS NULL)
    WHEN 'request-accepted' THEN c.id = ANY(${[...actor.memberOf]}::uuid[])
    ELSE ${communitiesSeenBySql(actor)} END`;
};
