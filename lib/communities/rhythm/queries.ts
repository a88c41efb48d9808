import "server-only";
import { sql } from "@/lib/platform/sql";
import { WINDOW } from "./rules";

/** So many of the discussions that were alive last are looked into for replies: the cost has a bound, whatever the amount of data. They come in the order of the index. */
const LOOKED_INTO = 500;

const alive = sql`
  (SELECT d.id FROM "Discussion" d WHERE d."communityId" = c.id AND d."deletedAt" IS NULL AND d."pinnedAt" IS NULL AND d."lastActivityAt" >= s.begins
    ORDER BY d."deletedAt", d."pinnedAt", d."lastActivityAt" DESC, d.id DESC LIMIT ${LOOKED_INTO})
  UNION ALL
  (SELECT d.id FROM "Discussion" d WHERE d."communityId" = c.id AND d."deletedAt" IS NULL AND d."pinnedAt" IS NOT NULL AND d."lastActivityAt" >= s.begins LIMIT ${LOOKED_INTO})`;

/**
 * The beat of the community under the alias `c`, for a statement that decides who reads it: of the last complete weeks, in the
 * organisation's time zone and since its founding, those in which somebody began a discussion or replied. Replies are looked
 * for only in weeks without a new discussion, and only in discussions that were alive since.
 */
export const beatSql = sql`(
  SELECT json_build_object('active', count(*) FILTER (WHERE w.active), 'weeks', count(*)) FROM (
    SELECT CASE WHEN EXISTS (SELECT 1 FROM "Discussion" d WHERE d."communityId" = c.id AND d."deletedAt" IS NULL AND d."createdAt" >= s.begins AND d."createdAt" < s.ends) THEN true
      ELSE EXISTS (SELECT 1 FROM (${alive}) d, LATERAL (SELECT 1 FROM "Reply" r
        WHERE r."discussionId" = d.id AND r."deletedAt" IS NULL AND r."createdAt" >= s.begins AND r."createdAt" < s.ends LIMIT 1) r) END active
    FROM (SELECT coalesce((SELECT o."timeZone" FROM "Organisation" o WHERE o.id = 1), 'UTC') zone OFFSET 0) o, generate_series(1, ${WINDOW}::int) n,
      LATERAL (SELECT (date_trunc('week', now() AT TIME ZONE o.zone) - n * interval '1 week') AT TIME ZONE o.zone begins,
        (date_trunc('week', now() AT TIME ZONE o.zone) - (n - 1) * interval '1 week') AT TIME ZONE o.zone ends OFFSET 0) s
    WHERE s.ends > c."createdAt") w)`;
