import type { Actor } from "@/lib/platform/actor";
import { type Sql, sql } from "@/lib/platform/sql";

/** How closely someone follows what they read is their own business; no role sees it. */
export const mayFollow = (actor: Actor) => actor.kind === "person";

/** What someone follows of the tags of the discussion `d`: the loudest word, as `{ level, name }`, or null. */
export const tagFollowSql = (who: Sql) => sql`(SELECT json_build_object('level', f.level, 'name', coalesce(o.name, t.name))
  FROM "Follow" f JOIN "Tag" t ON t.id = f."tagId" LEFT JOIN "Tag" o ON o.id = t."mergedIntoId"
  WHERE f."userId" = ${who} AND t."communityId" = d."communityId" AND coalesce(o.name, t.name) = ANY(d.tags) ORDER BY f.level DESC, t.name LIMIT 1)`;

/** Where someone stands to the discussion `d`, as `levelOf` reads it. */
export const standingSql = (who: Sql) => sql`json_build_object(
  'discussion', (SELECT f.level FROM "Follow" f WHERE f."userId" = ${who} AND f."discussionId" = d.id),
  'started', d."authorId" IS NOT DISTINCT FROM ${who},
  'wrote', EXISTS (SELECT 1 FROM "Reply" w WHERE w."discussionId" = d.id AND w."authorId" = ${who} AND w."deletedAt" IS NULL),
  'tag', ${tagFollowSql(who)},
  'community', (SELECT f.level FROM "Follow" f WHERE f."userId" = ${who} AND f."communityId" = d."communityId"))`;
