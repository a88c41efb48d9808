import "server-only";
import { read } from "@/lib/platform/access";
import { kept, sql } from "@/lib/platform/sql";
import { records, stillFound } from "../kinds/queries";
import { foundBy } from "../policy";

/** So many of each are shown, chosen among so many. */
const EACH = 4;
const CHOSEN_FROM = 200;

export type SuggestionKind = "community" | "person" | "tag" | "discussion";
/** `where`: the community it stands in, or the person's unit. `slug`: of the community it is or stands in. */
export type Suggestion = { kind: SuggestionKind; title: string; where: string | null; url: string; language: string | null; slug: string | null };
type Row = { kind: SuggestionKind; id: string; title: string; where: string | null; language: string | null; slug: string | null; handle: string | null };

const urlOf = ({ kind, id, title, slug, handle }: Row) => {
  if (kind === "person") return `/people/${encodeURIComponent(handle ?? "")}`;
  const place = `/communities/${slug ?? ""}`;
  if (kind === "tag") return `${place}?tag=${encodeURIComponent(title)}`;
  return kind === "community" ? place : `${place}/discussions/${id}`;
};

const escaped = (said: string) => said.replace(/[\\%_]/g, "\\$&");

/**
 * What the letters typed so far may become: names of communities and people that begin so, or whose words do; tags; titles that have all the words, the
 * last of them only begun. Those of my own communities first. One statement that is planned once: it is asked at every pause of whoever types.
 */
export const suggest = read(foundBy, async (finds, tx, said: string): Promise<Suggestion[]> => {
  const words = said.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, 40)).slice(0, 5) ?? [];
  if (words.length === 0) return [];
  const begun = escaped(said.trim());
  // each word begun or in any of its forms; one that some language stops at asks for nothing, unless it is still being typed
  const all = sql`(SELECT string_agg('(' || concat_ws(' | ', quote_literal(sw_fold(w)) || ':*', nullif(sw_ask(jsonb_build_array(jsonb_build_array(jsonb_build_object('any', jsonb_build_array(w)))), false)::text, '')) || ')', ' & ')::tsquery
    FROM unnest(${words}::text[]) WITH ORDINALITY one (w, nth)
    WHERE nth = ${words.length} OR NOT EXISTS (SELECT FROM unnest('{en,es,sv,pl,ru}'::text[]) language WHERE sw_term(language, w, false) IS NULL))`;
  const rows = await tx.$queryRaw<Row[]>(sql`${kept}
    WITH asked AS MATERIALIZED (SELECT sw_fold(${begun}) || '%' folded, CASE WHEN ${words.join("").length > 1} THEN ${all} END q),
    name AS MATERIALIZED (SELECT s.id FROM asked, "SearchDocument" s WHERE s.kind IN ('COMMUNITY', 'PERSON') AND (s.folded LIKE asked.folded OR s.folded LIKE '% ' || asked.folded) LIMIT ${CHOSEN_FROM}),
    head AS MATERIALIZED (SELECT s.id FROM "SearchDocument" s WHERE s.head @@ (SELECT q FROM asked) LIMIT ${CHOSEN_FROM}),
    title AS (SELECT s.id FROM head JOIN "SearchDocument" s ON s.id = head.id WHERE s.kind = 'DISCUSSION'),
    tag AS (
      SELECT DISTINCT ON (t.name) 'tag' kind, t.id, t.name title, c.name "where", NULL::text language, c.slug, NULL::text handle, ${finds.mine} mine, t.uses::float8 weight, true begins
      FROM asked JOIN "Tag" t ON sw_fold(t.name) LIKE asked.folded JOIN "Community" c ON c.id = t."communityId" WHERE ${finds.read} ORDER BY t.name, ${finds.mine} DESC, t.uses DESC
    ),
    every AS (
      SELECT lower(s.kind::text) kind, s.id, CASE s.kind WHEN 'PERSON' THEN u.name WHEN 'COMMUNITY' THEN c.name ELSE d.title END title, CASE s.kind WHEN 'PERSON' THEN n.name WHEN 'DISCUSSION' THEN c.name END "where",
        CASE s.kind WHEN 'PERSON' THEN NULL ELSE s.language END language, c.slug, u.handle, coalesce(${finds.mine}, false) mine,
        CASE s.kind WHEN 'COMMUNITY' THEN c."memberCount" WHEN 'DISCUSSION' THEN extract(epoch FROM d."lastActivityAt") ELSE 0 END::float8 weight, s.folded LIKE (SELECT folded FROM asked) begins
      FROM (SELECT id FROM name UNION SELECT id FROM title) one JOIN "SearchDocument" s ON s.id = one.id ${records()} LEFT JOIN "Unit" n ON n.id = u."unitId" WHERE ${stillFound(finds)}
      UNION ALL SELECT * FROM tag
    ),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY begins DESC, mine DESC, weight DESC, title, id) place FROM every)
    SELECT kind, id, title, "where", language, slug, handle FROM ranked WHERE place <= ${EACH}
    ORDER BY array_position(ARRAY['community', 'person', 'tag', 'discussion'], kind), place`);
  return rows.map((row) => ({ kind: row.kind, title: row.title, where: row.where, url: urlOf(row), language: row.language, slug: row.slug }));
});
