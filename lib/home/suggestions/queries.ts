import "server-only";
import { communitiesReadBySql, communitiesSeenBySql } from "@/lib/communities/policy";
import type { Entry } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { type Candidate, type Fit, type Newcomer, threeThatFit } from "./rules";

type Row = Candidate & { slug: string; entry: Entry };
export type Fitting = Fit<Row>;
/** The livelier ones are looked at, however many there are. */
const LOOKED_AT = 200;

/** Communities that somebody could join, each with how many of their unit are in it; who is in one by request only its own people know, so that nobody is counted there. */
const listCandidates = read(
  (actor: Actor) => ({ seen: communitiesSeenBySql(actor), inside: communitiesReadBySql(actor), me: actor.id }),
  ({ seen, inside, me }, tx, unitId: string | null) => tx.$queryRaw<Row[]>`
    WITH near AS (SELECT m."communityId" id, count(*)::int colleagues FROM "User" u JOIN "Membership" m ON m."userId" = u.id
      WHERE u."unitId" = ${unitId}::uuid AND u.id <> ${me}::uuid AND u."closedAt" IS NULL GROUP BY m."communityId")
    SELECT c.id, c.slug, c.name, c.domain, c."inScope", c.language, c.entry, c."memberCount", c."lastActivityAt",
      array(SELECT t.name FROM "Tag" t WHERE t."communityId" = c.id AND t."mergedIntoId" IS NULL ORDER BY t.uses DESC, t.name LIMIT 30) tags,
      CASE WHEN ${inside} THEN coalesce(near.colleagues, 0) ELSE 0 END colleagues
    FROM (SELECT c.* FROM "Community" c WHERE c."archivedAt" IS NULL AND c.entry <> 'PRIVATE' AND ${seen} ORDER BY c."lastActivityAt" DESC, c.id LIMIT ${LOOKED_AT}) c
      LEFT JOIN near ON near.id = c.id
    WHERE NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."communityId" = c.id AND m."userId" = ${me}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "MembershipRequest" r WHERE r."communityId" = c.id AND r."userId" = ${me}::uuid AND r."answeredAt" IS NULL)`,
);

/** Three communities for someone who is new, with why each fits. */
export const listFitting = async (actor: Actor, unitId: string | null, person: Newcomer) => threeThatFit(person, await listCandidates(actor, unitId));
