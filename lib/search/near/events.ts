import "server-only";
import type { Tx } from "@/lib/platform/db";
import { sql } from "@/lib/platform/sql";

/** So many are kept for one discussion: a reader does not see all of them. Among so many of the newest that share its words they are chosen. */
const KEPT = 20;
const CHOSEN_FROM = 200;

/**
 * Finds for each of these discussions, which are in the index, the others whose titles are most alike, and is found by them: by the
 * letters they share (pg_trgm), among those that share words. Asked of nobody's eyes: `listNear` shows what its reader sees.
 */
export const findNear = async (tx: Tx, ids: string[], now = new Date()) => {
  await tx.$executeRaw`DELETE FROM "NearDiscussion" WHERE "discussionId" = ANY(${ids}::uuid[]) OR "nearId" = ANY(${ids}::uuid[])`;
  await tx.$executeRaw(sql`
    WITH found AS MATERIALIZED (
      SELECT said.id, near.id "nearId", near.nearness FROM "SearchDocument" said, LATERAL (
        SELECT s.id, similarity(s.folded, said.folded) nearness FROM (
          SELECT s.id, s.folded FROM "SearchDocument" s
          WHERE s.kind = 'DISCUSSION' AND s.id <> said.id AND s.head @@ sw_alike(said.title) ORDER BY s.at DESC, s.id DESC LIMIT ${CHOSEN_FROM}
        ) s ORDER BY 2 DESC, 1 DESC LIMIT ${KEPT}
      ) near WHERE said.id = ANY(${ids}::uuid[]) AND said.kind = 'DISCUSSION'
    )
    INSERT INTO "NearDiscussion" ("discussionId", "nearId", nearness)
    SELECT DISTINCT ON (1, 2) * FROM (SELECT id, "nearId", nearness FROM found UNION ALL SELECT "nearId", id, nearness FROM found) both_ways
    ORDER BY 1, 2 ON CONFLICT ("discussionId", "nearId") DO UPDATE SET nearness = excluded.nearness`);
  await tx.$executeRaw`
    DELETE FROM "NearDiscussion" n USING (
      SELECT "discussionId", "nearId", row_number() OVER (PARTITION BY "discussionId" ORDER BY nearness DESC, "nearId" DESC) place
      FROM "NearDiscussion" WHERE "discussionId" IN (SELECT "discussionId" FROM "NearDiscussion" WHERE "nearId" = ANY(${ids}::uuid[]))
    ) ranked WHERE ranked.place > ${KEPT} AND n."discussionId" = ranked."discussionId" AND n."nearId" = ranked."nearId"`;
  await tx.$executeRaw`UPDATE "Discussion" SET "nearAt" = ${now} WHERE id = ANY(${ids}::uuid[])`;
};
