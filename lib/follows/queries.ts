import "server-only";
import type { FollowLevel } from "@/lib/generated/prisma/enums";
import { communitiesReadBySql, communityReadersSql } from "@/lib/communities/policy";
import { unseenBySql } from "@/lib/discussions/readings/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { ReadTx, Tx } from "@/lib/platform/db";
import { empty, sql } from "@/lib/platform/sql";
import { standingSql } from "./policy";
import type { Standing } from "./rules";

type Row = { userId: string; standing: Standing; knows: string | null };
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
    SELECT u.id "userId", ${standingSql(sql`u.id`)} standing, (SELECT t FROM unnest(d.tags) t WHERE t = ANY(u.knows) LIMIT 1) knows
    FROM candidate JOIN "User" u ON u.id = candidate.id CROSS JOIN place p JOIN "Discussion" d ON d.id = p.id JOIN "Community" c ON c.id = p."communityId"
    WHERE u."closedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "ImportedAuthor" i WHERE i."userId" = u.id) AND ${communityReadersSql}`;
  return rows.map(({ standing, ...row }) => ({ ...row, ...standing }));
};

type TagFollow = { name: string; level: FollowLevel | null; /** How many discussions with it have something new for the reader, counted to 100. */ unread: number };

/** A tag of a community that the reader sees, by any of its words: how closely they follow it, and what is new. */
export const getTagFollow = read(
  (actor: Actor) => ({ inside: communitiesReadBySql(actor), me: sql`${actor.id}::uuid` }),
  async ({ inside, me }, tx, { communityId, tag }: { communityId: string; tag: string }) => {
    const [found] = await tx.$queryRaw<TagFollow[]>`
      SELECT w.name, (SELECT f.level FROM "Follow" f WHERE f."userId" = ${me} AND f."tagId" = w.id) level,
        (SELECT count(*)::int FROM (SELECT 1 FROM "Discussion" d WHERE d."communityId" = c.id AND d.tags @> ARRAY[w.name] AND ${unseenBySql(me)} LIMIT 100) fresh) unread
      FROM "Community" c JOIN "Tag" t ON t."communityId" = c.id JOIN "Tag" w ON w.id = coalesce(t."mergedIntoId", t.id)
      WHERE c.id = ${communityId}::uuid AND t.name = ${tag} AND ${inside}`;
    return found ?? null;
  },
);
