import "server-only";
import { type Author, authorSql } from "@/lib/discussions/queries";
import { readBriefly } from "@/lib/platform/access";
import type { ReadTx } from "@/lib/platform/db";
import { empty, kept, type Sql, sql } from "@/lib/platform/sql";
import { byKind, records, registry } from "./kinds/queries";
import type { Standing } from "./kinds/rules";
import { type Finds, foundBy } from "./policy";
import { counts, type Filter, gather, live, NONE, type Pool, put, type Sought } from "./pool/queries";
import { ANGLES, corrected, END, fromPlace, guessable, HIT, lettersOf, type Place, type Segment, segments, toPlace, understand, VEILED } from "./rules";
import type { Kind } from "./schema";
import { nearestWords } from "./words/queries";

/** Fewer than these, and the search is widened: words that nobody wrote give way to their neighbours, parts of titles count. */
const FEW = 3;
/** So many characters of a text are read for its excerpt. */
const EXCERPTED = 40_000;
/** So many words at most are taken for beginnings: each costs a pass over all that begin so. */
const LOOSE = 4;

export type Hit = {
  kind: Kind;
  id: string;
  url: string;
  title: Segment[];
  excerpt: Segment[];
  language: string;
  community: { slug: string; name: string } | null;
  author: Author | null;
  accepted: boolean;
  /** Further posts of the same discussion that were found. */
  others: number;
  at: Date;
};
export type Facet = { of: keyof Filter; value: string; name: string; count: number };
/** `capped`: there is more than is ranked and counted, so that every count is "at least". `instead`: what was looked for in place of words nobody wrote. */
export type Found = { items: Hit[]; next: string | null; total: number; capped: boolean; facets: Facet[]; instead: string[] };

type Row = Pick<Hit, "kind" | "id" | "language" | "community" | "author" | "accepted" | "others"> & Standing & { title: string; excerpt: string; at: string; score: number };
type Answer = { items: Row[]; total: number; capped: boolean; facets: Facet[] };
type Query = Filter & { q: string; after?: string | undefined; limit?: number; together?: boolean };
type Page = { place: Place | null; limit: number; together: boolean; now: Date };

const NOTHING: Found = { items: [], next: null, total: 0, capped: false, facets: [], instead: [] };
const marking = (more: string) => `StartSel="${HIT}", StopSel="${END}", ${more}`;
const title = marking("HighlightAll=true");
const excerpt = marking('MaxFragments=2, MaxWords=26, MinWords=12, FragmentDelimiter=" … "');

/** A row as the API says its kind. */
const named = () => byKind((kind) => sql`${Object.keys(registry).find((name) => registry[name as Kind] === kind)}::text`, sql`NULL`);
/** Who wrote it, by the author's own person `u` and unit `n`: not the person that the row may stand for. */
const author = () => sql`(SELECT CASE WHEN ${byKind((kind) => kind.author && sql`true`, sql`false`)} THEN ${authorSql(sql`wrote`)} END
  FROM (SELECT ${byKind((kind) => kind.author?.id, sql`NULL`)} id, ${byKind((kind) => kind.author?.name, sql`NULL`)} "authorName") wrote LEFT JOIN "User" u ON u.id = wrote.id LEFT JOIN "Unit" n ON n.id = u."unitId")`;

/** What is shown of the rows of the page: the words found are marked in these only. */
const shownSql = () => sql`
  SELECT json_build_object('kind', ${named()}, 'id', s.id, 'score', shown.score, 'language', s.language, 'at', s.at, 'accepted', shown.accepted, 'others', shown.others,
    'title', ts_headline(sw_config(s.language), translate(s.title, ${ANGLES}, ${VEILED}), (SELECT q FROM marked), ${title}),
    'excerpt', ts_headline(sw_config(s.language), translate(left(s.text, ${EXCERPTED}), ${ANGLES}, ${VEILED}), (SELECT q FROM marked), ${excerpt}),
    'community', CASE WHEN c.id IS NOT NULL THEN json_build_object('slug', c.slug, 'name', c.name) END, 'discussionId', s."discussionId",
    'author', ${author()}, 'about', coalesce(${byKind(({ about }) => about, sql`NULL`)}, '{}')) item
  FROM shown JOIN "SearchDocument" s ON s.id = shown.id ${records()}
  ORDER BY shown.score DESC, shown.id DESC`;

/**
 * What is found, ranked, cut to a page, shown with its words marked, and counted by every filter: one statement, the same for every question, so
 * that PostgreSQL plans it once for each connection. `around` is what would be found without the filters: what they are counted in.
 */
const show = async (finds: Finds, tx: ReadTx, mark: Sql, pool: Pool, around: Pool | null, filter: Filter, { place, limit, together, now }: Page) => {
  const [row] = await tx.$queryRaw<{ answer: Omit<Answer, "capped"> }[]>(sql`${kept}
    WITH marked AS MATERIALIZED (SELECT ${mark} q), hit AS MATERIALIZED (${live(finds, pool, now)}), ${around ? sql`every AS MATERIALIZED (SELECT DISTINCT ON (id) * FROM (SELECT * FROM hit UNION ALL ${live(finds, around, now)}) one),` : empty}
    thread AS MATERIALIZED (SELECT *, row_number() OVER of place, (count(*) OVER (PARTITION BY thread))::int - 1 others FROM hit WINDOW of AS (PARTITION BY ${together ? sql`thread` : sql`id`} ORDER BY score DESC, id DESC)),
    shown AS MATERIALIZED (SELECT * FROM thread WHERE place = 1 ${place ? sql`AND (score, id) < (${place.score}, ${place.id}::uuid)` : empty} ORDER BY score DESC, id DESC LIMIT ${limit + 1})
    SELECT json_build_object('total', (SELECT count(*) FROM thread WHERE place = 1), 'facets', coalesce((SELECT json_agg(facet) FROM (${counts(around ? sql`every` : sql`hit`, filter)}) facet), '[]'),
      'items', coalesce((SELECT json_agg(item) FROM (${shownSql()}) one), '[]')) answer`);
  return row?.answer ?? { items: [], total: 0, facets: [] };
};

/** With fewer rows than `least`, where that is said, nothing is shown: the search goes on more widely. */
const look = async (finds: Finds, tx: ReadTx, sought: Sought, filter: Filter, page: Page, least = 0): Promise<Answer> => {
  const filtered = Object.values(filter).some(Boolean);
  const [pool = NONE, around = null] = await gather(finds, tx, sought, filtered ? [filter, {}] : [filter]);
  if (pool.many < least || pool.many + (around?.many ?? 0) === 0) return { items: [], total: 0, facets: [], capped: false };
  return { ...(await show(finds, tx, sought.mark, pool, around, filter, page)), capped: pool.full || Boolean(around?.full) };
};

const toHit = (row: Row): Hit => ({
  id: row.id, language: row.language, community: row.community, author: row.author, accepted: row.accepted, others: row.others,
  kind: row.kind, url: registry[row.kind].url(row), title: segments(row.title), excerpt: segments(row.excerpt), at: new Date(row.at),
});

/**
 * What someone finds, best first; null when it took too long. The first page widens a search that finds next to nothing, and later pages keep
 * to that, and to the moment of the first: what is written meanwhile neither repeats nor hides a row. With `together`, a discussion is one row,
 * its best post.
 */
export const search = readBriefly(foundBy, async (finds, tx, { q, after, limit = 20, together = false, ...filter }: Query): Promise<Found> => {
  const asked = understand(q);
  if (asked.length === 0) return NOTHING;
  const place = fromPlace(after);
  const now = place?.at ?? new Date();
  const page = { place, limit, together, now };
  const until = place?.at ?? null;
  let answer = place?.wide ? null : await look(finds, tx, { ...(await put(tx, asked, false)), until, letters: null }, filter, page, place ? 0 : FEW);
  let instead: string[] = [];
  const wide = !answer || (!place && answer.total < FEW);
  if (wide) {
    const near = answer && answer.items.length > 0 ? new Map<string, string[]>() : await nearestWords(finds, tx, guessable(asked)); // what was found has every word
    const widely = await put(tx, corrected(asked, near), asked.flat().length <= LOOSE);
    answer = await look(finds, tx, { ...widely, until, letters: lettersOf(asked) }, filter, page);
    instead = answer.items.length > 0 ? [...near.values()].flat() : [];
  }
  const items = (answer?.items ?? []).slice(0, limit);
  const last = items.at(-1);
  const next = answer && last && answer.items.length > limit ? toPlace({ at: now, wide, score: last.score, id: last.id }) : null;
  return { ...NOTHING, ...answer, items: items.map(toHit), next, instead };
});
