import type { Actor } from "@/lib/platform/actor";
import { type Sql, sql } from "@/lib/platform/sql";
import { NEWS_DAYS } from "./rules";

/** How far someone has read is their own business; whoever reads may have it remembered. */
export const mayMarkSeen = (actor: Actor) => actor.kind === "person";

/** Whether the discussion `d` has something new for a member `m` of its community. */
export const unseenSql = sql`(d."deletedAt" IS NULL AND d."mergedIntoId" IS NULL AND d."lastActivityAt" > greatest(m."caughtUpAt", now() - make_interval(days => ${NEWS_DAYS}::int))
  AND NOT EXISTS (SELECT 1 FROM "Reading" s WHERE s."userId" = m."userId" AND s."discussionId" = d.id AND s."seenAt" >= d."lastActivityAt"))`;

/** The same for one reader: whoever does not belong to the community has nothing new in it. */
export const unseenBySql = (me: Sql) => sql`EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = ${me} AND m."communityId" = d."communityId" AND ${unseenSql})`;
