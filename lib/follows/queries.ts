import "server-only";
import type { FollowLevel } from "@/lib/generated/prisma/enums";
import { communityReadersSql } from "@/lib/communities/policy";
import type { ReadTx, Tx } from "@/lib/platform/db";
import { empty, sql } from "@/lib/platform/sql";
import type { Standing } from "./rules";

type Row = { userId: string; discussion: FollowLevel | null; started: boolean; wrote: boolean; tagLevel: FollowLevel | null; tag: string | null; community: FollowLevel | null; knows: string | null };
export type Follower = Standing & { userId: string; /** A tag of the discussion that they say they know about. */ knows: string | null };

/** Those who may hear of what is said in a discussion: who follows it, a tag of it or its community, who wrote in it. */
const everyone = sql`
  UNION SELECT f."userId" FROM place p JOIN "Follow" f ON f."discussionId" = p.id
  UNION SELECT f."userId" FROM place p JOIN "Follow" f ON f."communityId" = p."communityId" AND f.level = 'EVERYTHING'
  UNION SELECT f."userId" FROM place p JOIN "Tag" t ON t."communityId" = p."communityId" LEFT JOIN "Tag" o ON o.id = t."mergedIntoId" JOIN "Follow" f ON f."tagId" = t.id
    WHERE coalesce(o.name, t.name) = ANY(p.tags) AND f.level = 'EVERYTHING'
  UNION SELECT p."authorId" FROM place p
  UNION SELECT r."authorId" FROM place p JOIN "Reply" r ON r."discussionId" = p.id WHERE r."deletedAt" IS NULL`;

/** Who knows about one of its tags, members of the community first. */
const knowing = (count: number) => sql`
  UNION (SELECT u.id FROM place p JOIN "User" u ON u.knows && p.tags LEFT JOIN "Membership" m ON m."userId" = u.id AND m."communityId" = p."communityId"
    WHERE u."closedAt" IS NULL AND (p.entry = 'OPEN' OR m."userId" IS NOT NULL) ORDER BY m."userId" IS NULL, u.id LIMIT ${count})`;

type Whom = { named?: readonly string[]; only?: boolean; knowing?: number };

/**
 * Where people stand to a discussion, of those who may read it now and have an account: the `named` ones, and unless `only` they are
 * meant, whoever else may hear of it.
 */
export const listFollowers = async (tx: ReadTx | Tx, discussionId: string, { named = [], only = false, knowing: know = 0 }: Whom): Promise<Follower[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    WITH place AS (SELECT d.id, d."communityId", d."authorId", d.tags, c.entry FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE d.id = ${discussionId}::uuid AND d."deletedAt" IS NULL),
      candidate AS (SELECT unnest(${[...named]}::uuid[]) id ${only ? empty : everyone} ${know > 0 ? knowing(know) : empty})
    SELECT u.id "userId", fd.level discussion, p."authorId" IS NOT DISTINCT FROM u.id started,
      EXISTS (SELECT 1 FROM "Reply" r WHERE r."discussionId" = p.id AND r."authorId" = u.id AND r."deletedAt" IS NULL) wrote,
      ft.level "tagLevel", ft.name tag, fc.level community, (SELECT t FROM unnest(p.tags) t WHERE t = ANY(u.knows) LIMIT 1) knows
    FROM candidate JOIN "User" u ON u.id = candidate.id CROSS JOIN place p JOIN "Community" c ON c.id = p."communityId"
      LEFT JOIN "Follow" fd ON fd."userId" = u.id AND fd."discussionId" = p.id
      LEFT JOIN "Follow" fc ON fc."userId" = u.id AND fc."communityId" = p."communityId"
      LEFT JOIN LATERAL (SELECT f.level, coalesce(o.name, t.name) name FROM "Follow" f JOIN "Tag" t ON t.id = f."tagId" LEFT JOIN "Tag" o ON o.id = t."mergedIntoId"
        WHERE f."userId" = u.id AND t."communityId" = p."communityId" AND coalesce(o.name, t.name) = ANY(p.tags) ORDER BY f.level DESC, t.name LIMIT 1) ft ON true
    WHERE u."closedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "ImportedAuthor" i WHERE i."userId" = u.id) AND ${communityReadersSql}`;
  return rows.map(({ tagLevel, tag, ...row }) => ({ ...row, tag: tagLevel && { level: tagLevel, name: tag ?? "" } }));
};
