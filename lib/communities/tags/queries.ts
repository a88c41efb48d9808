import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { communitiesReadBySql } from "../policy";

export type TagView = { id: string; name: string; uses: number; synonyms: { id: string; name: string }[] };

/** The words of a community with how often they are used and what else is typed for them, the most used first. */
export const listTags = read(
  (actor: Actor) => communitiesReadBySql(actor),
  (inside, tx, slug: string) =>
    tx.$queryRaw<TagView[]>(sql`
      SELECT t.id, t.name, t.uses,
        coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name) FROM "Tag" s WHERE s."mergedIntoId" = t.id), '[]') synonyms
      FROM "Community" c JOIN "Tag" t ON t."communityId" = c.id
      WHERE c.slug = ${slug} AND ${inside} AND t."mergedIntoId" IS NULL ORDER BY t.uses DESC, t.name LIMIT 500`),
);
