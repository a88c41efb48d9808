import pg from "pg";
import { db } from "@/lib/platform/db";
import { type Sql, sql } from "@/lib/platform/sql";

const replies = sql`(SELECT r.* FROM "Reply" r WHERE r."discussionId" = d.id)`;
const reactions = (name: string, of: Sql) => sql`(SELECT count(*) FROM "Reaction" x WHERE x.name = ${name}::"ReactionName" AND ${of})`;
const onFirst = sql`x."discussionId" = d.id AND x."replyId" IS NULL`;
const onReply = sql`x."replyId" = r.id`;

/** What must hold of every counter that is kept; each yields the rows in which it does not. */
const invariants: Record<string, Sql> = {
  "members of a community": sql`SELECT slug what FROM "Community" c WHERE "memberCount" <> (SELECT count(*) FROM "Membership" m WHERE m."communityId" = c.id)`,
  "discussions of a community": sql`SELECT slug what FROM "Community" c WHERE "discussionCount" <> (SELECT count(*) FROM "Discussion" d WHERE d."communityId" = c.id AND d."deletedAt" IS NULL)`,
  "last activity of a community": sql`SELECT slug what FROM "Community" c WHERE "lastActivityAt" < (SELECT max(d."lastActivityAt") FROM "Discussion" d WHERE d."communityId" = c.id)`,
  "replies of a discussion": sql`SELECT title what FROM "Discussion" d WHERE "replyCount" <> (SELECT count(*) FROM ${replies} r WHERE r."deletedAt" IS NULL)`,
  "last activity of a discussion": sql`SELECT title what FROM "Discussion" d WHERE "lastActivityAt" <> (SELECT greatest(d."createdAt", max(r."createdAt")) FROM ${replies} r)`,
  "last replier": sql`SELECT title what FROM "Discussion" d LEFT JOIN LATERAL (SELECT * FROM ${replies} r ORDER BY "createdAt" DESC, id DESC LIMIT 1) r ON true
    WHERE d."lastReplierId" IS DISTINCT FROM r."authorId" OR d."lastReplierName" IS DISTINCT FROM r."authorName"`,
  "reactions to a discussion": sql`SELECT title what FROM "Discussion" d
    WHERE (thanks, inspired, "sameHere") IS DISTINCT FROM (${reactions("THANKS", onFirst)}, ${reactions("INSPIRED", onFirst)}, ${reactions("SAME_HERE", onFirst)})`,
  "reactions to a reply": sql`SELECT body what FROM "Reply" r
    WHERE (thanks, inspired, "sameHere") IS DISTINCT FROM (${reactions("THANKS", onReply)}, ${reactions("INSPIRED", onReply)}, ${reactions("SAME_HERE", onReply)})`,
  "accepted answer": sql`SELECT title what FROM "Discussion" d LEFT JOIN "Reply" r ON r.id = d."acceptedReplyId"
    WHERE (d."acceptedReplyId" IS NOT NULL OR d."acceptedAt" IS NOT NULL) AND (r.id IS NULL OR r."discussionId" <> d.id OR r."parentId" IS NOT NULL OR d.kind <> 'QUESTION' OR d."acceptedAt" IS NULL)`,
  "uses of a tag": sql`SELECT name what FROM "Tag" t WHERE uses <> (SELECT count(*) FROM "Discussion" d WHERE d."communityId" = t."communityId" AND d."deletedAt" IS NULL AND t.name = ANY(d.tags))`,
  "a tag that is written but not known, or a synonym of another": sql`SELECT DISTINCT tag what FROM "Discussion" d, unnest(d.tags) tag
    WHERE NOT EXISTS (SELECT FROM "Tag" t WHERE t."communityId" = d."communityId" AND t.name = tag AND t."mergedIntoId" IS NULL)`,
  "two levels of replies to replies": sql`SELECT r.body what FROM "Reply" r JOIN "Reply" p ON p.id = r."parentId" WHERE p."parentId" IS NOT NULL OR p."discussionId" <> r."discussionId"`,
};

/** The counters that are wrong, each with the first rows; empty when all hold. */
export const checkCounters = async () => {
  const wrong: Record<string, string[]> = {};
  for (const [name, query] of Object.entries(invariants)) {
    const rows = await db.$queryRaw<{ what: string }[]>(query);
    if (rows.length > 0) wrong[name] = rows.slice(0, 5).map(({ what }) => what);
  }
  return wrong;
};

/** Every moment in the database that lies after `now`, as table.column. */
export const futureMoments = async (now: Date) => {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string; query: string }>(`
      SELECT format('%s.%s', table_name, column_name) place, format('SELECT 1 FROM %I WHERE %I > $1 LIMIT 1', table_name, column_name) query
      FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp with time zone' AND table_name <> '_prisma_migrations'`);
    const future: string[] = [];
    for (const { place, query } of rows) if ((await client.query(query, [now])).rowCount) future.push(place);
    return future;
  } finally {
    await client.end();
  }
};
