import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import { anew, empty, join, kept, type Sql, sql } from "@/lib/platform/sql";
import { byKind, records, registry, standing, stillFound } from "../kinds/queries";
import type { Finds } from "../policy";
import { stemsIn } from "@/lib/platform/text/polish";
import { type Asked, RANK, type Ranked, wordsOf } from "../rules";
import type { SearchAddress } from "../schema";

/** How many rows are ranked: the newest posts, the newest whose titles match, communities and people, near titles. */
const MOST = { posts: 200, titles: 100, places: 100, near: 50 };

/** So many forms of the words of Polish in a question are marked where they are found. */
const FORMS = 60;

export type Filter = Pick<SearchAddress, "kind" | "community" | "unit" | "language">;
/**
 * What is looked for: the question as PostgreSQL reads it (`q`), what is marked as found (`mark`), and the moment after which nothing is
 * looked at. Where it is looked for widely (`loose`), words may be beginnings, and the question's letters count as parts of titles.
 */
export type Sought = { q: string | null; mark: Sql; loose: boolean; until: Date | null; letters: string | null };

/**
 * The question, made once for the whole search: in every language together, so that a row is asked one thing. With `loose`, words may be beginnings.
 * What is marked as found (of Polish all the forms of its words that were ever met) is an expression, since only what is shown asks for it.
 */
export const put = async (tx: ReadTx, asked: Asked, loose: boolean): Promise<Pick<Sought, "q" | "mark" | "loose">> => {
  const said = sql`${JSON.stringify(asked)}::jsonb`;
  const stems = sql`${JSON.stringify(Object.fromEntries(stemsIn([...asked.flat().flatMap(({ any }) => any)])))}::jsonb`;
  const wanted = [...stemsIn([wordsOf(asked)]).values()].flat();
  const forms = sql`(SELECT string_agg(quote_literal(form), ' | ') FROM (SELECT form FROM "SearchStem" WHERE stems && ${wanted}::text[] LIMIT ${FORMS}) known)`;
  const [row] = await tx.$queryRaw<Pick<Sought, "q">[]>(sql`${kept} SELECT sw_ask(${said}, ${loose}, ${stems})::text q`);
  return { q: row?.q ?? null, mark: sql`concat_ws(' | ', nullif(sw_ask(${said}, true, ${stems})::text, ''), ${forms})::tsquery`, loose };
};

/** The filters as a condition on a row `s`; a unit stands for those below it too. */
export const narrowed = ({ kind, community, unit, language }: Filter) => sql`(true
  ${kind ? sql`AND s.kind = ${registry[kind].stored}::"SearchKind"` : empty}
  ${community ? sql`AND s."communityId" = (SELECT id FROM "Community" WHERE slug = ${community})` : empty}
  ${unit ? sql`AND s."unitId" IN (WITH RECURSIVE below AS (SELECT id FROM "Unit" WHERE code = ${unit} UNION SELECT n.id FROM "Unit" n JOIN below b ON n."parentId" = b.id) SELECT id FROM below)` : empty}
  ${language ? sql`AND s.language = ${language}` : empty})`;

/** Rows with a beginning that very many words share are taken as they come. */
const BEGUN = 20_000;

/**
 * A bounded number of rows that match: the newest posts, older ones whose titles do where there are more, communities and people; with `letters`, titles that contain
 * them or nearly do. `weight` is how near together and how high up the words stand; `full` where there may be more rows.
 * Only the place a row was indexed in is asked here: `live` asks the records. The question is a constant of this statement, which is planned for it:
 * a common word is met soon among the newest, a rare one is looked up. How many words begin in a way nobody has counted: those are looked up always.
 */
const candidates = ({ read }: Finds, { q, letters, loose, until }: Sought, filter: Filter) => {
  const folded = (said: string) => sql`(SELECT sw_fold(${said}))`; // a subquery, so that it is made once and not for each row
  const readable = sql`s."communityId" IN (SELECT c.id FROM "Community" c WHERE ${read})`;
  const matching = (words: Sql) => (loose ? sql`(SELECT * FROM "SearchDocument" s WHERE ${words} @@ ${q}::tsquery LIMIT ${BEGUN})` : sql`(SELECT * FROM "SearchDocument" s WHERE ${words} @@ ${q}::tsquery)`);
  const newest = (from: Sql, where: Sql, most: number) => sql`(
    SELECT s.id, row_number() OVER () = ${MOST.posts} "full", (coalesce(ts_rank_cd(s.tsv, ${q}::tsquery, 1), 0)::float8 ${letters ? sql`+ word_similarity(${folded(letters)}, s.folded) / 2` : empty}) weight
    FROM (SELECT s.* FROM ${from} s WHERE ${where} AND ${narrowed(filter)} ${until ? sql`AND s.at <= ${until}` : empty} ORDER BY s.at DESC, s.id DESC LIMIT ${most}) s)`;
  const part = `%${(letters ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const near = sql`(SELECT s.* FROM (SELECT id FROM "SearchDocument" s WHERE ${folded(letters ?? "")} <% s.folded OR s.folded LIKE ${folded(part)} LIMIT ${BEGUN}) near JOIN "SearchDocument" s ON s.id = near.id)`; // by itself, so that the index of letters is used and not that of time
  return sql`(WITH post AS MATERIALIZED ${newest(matching(sql`s.tsv`), sql`s.kind = ANY (${standing("community")}) AND ${readable}`, MOST.posts)}
    SELECT * FROM post
    UNION ALL ${newest(matching(sql`s.head`), sql`(SELECT bool_or("full") FROM post) AND s.kind = ANY (${standing("community")}) AND ${readable}`, MOST.titles)}
    UNION ALL ${newest(matching(sql`s.tsv`), sql`s.kind = ANY (${standing("portal")})`, MOST.places)}
    ${letters ? sql`UNION ALL ${newest(near, sql`(s.kind = ANY (${standing("portal")}) OR ${readable})`, MOST.near)}` : empty})`;
};

/** Rows to rank, as PostgreSQL writes arrays: ids, and the weight of each; how many they are. */
export type Pool = { ids: string; weights: string; full: boolean; many: number };
export const NONE: Pool = { ids: "{}", weights: "{}", full: false, many: 0 };

/** The rows for each of these filters, in one statement. */
export const gather = async (finds: Finds, tx: ReadTx, sought: Sought, filters: readonly Filter[]): Promise<Pool[]> => {
  const pools = filters.map((filter, place) => sql`SELECT ${place}::int place, coalesce(array_agg(id), '{}')::text ids, coalesce(array_agg(weight), '{}')::text weights, coalesce(bool_or("full"), false) "full", count(*)::int many
    FROM (SELECT id, max(weight) weight, bool_or("full") "full" FROM ${candidates(finds, sought, filter)} one GROUP BY id) pool`);
  const rows = await tx.$queryRaw<(Pool & { place: number })[]>(sql`${anew} ${join(pools, " UNION ALL ")}`);
  return filters.map((_, at) => rows.find(({ place }) => place === at) ?? NONE);
};

type Terms = { [Name in keyof Ranked]: Sql };
const figure = (one: number) => sql`${one}::float8`;

/** `score` of the rules, for rows: what goes in are expressions, of the same types. */
export const scoreSql = ({ text, age, reply, accepted, thanks, replies, mine, unit, tags, language }: Terms) => {
  const more = (when: Sql, by: number) => sql`CASE WHEN ${when} THEN ${figure(by)} ELSE 0 END`;
  return sql`(${text} * (0.5 + 0.5 * exp(-greatest(0, ${age}) / ${figure(RANK.fades)}))
    * CASE WHEN NOT ${accepted} THEN 1 WHEN ${reply} THEN ${figure(RANK.acceptedReply)} ELSE ${figure(RANK.accepted)} END
    * least(${figure(RANK.most)}, 1 + ${figure(RANK.use)} * log((1 + ${thanks} + ${replies} / 2.0)::float8))
    * (1 + ${more(mine, RANK.mine)} + ${more(unit, RANK.unit)} + ${more(tags, RANK.tags)} + ${more(language, RANK.language)}))`;
};

const terms = ({ mine }: Finds, now: Date): Terms => ({
  text: sql`pool.weight`,
  age: sql`CASE WHEN s.kind = ANY (${standing("community")}) THEN extract(epoch FROM ${now} - s.at)::float8 ELSE 0 END`,
  reply: sql`(s.kind = 'REPLY')`,
  accepted: sql`accepted`,
  thanks: sql`coalesce(${byKind((kind) => kind.thanks, sql`0`)}, 0)`,
  replies: sql`coalesce(${byKind((kind) => kind.replies, sql`0`)}, 0)`,
  mine: sql`coalesce(${mine}, false)`,
  unit: sql`coalesce(s."unitId" = me."unitId", false)`,
  tags: sql`coalesce(${byKind((kind) => kind.tags, sql`NULL`)} && me.tags, false)`,
  language: sql`coalesce(s.language = ANY (me.languages), false)`,
});

/** The rows of a pool that this person sees now, ranked. Whole numbers, so that a page ends at the same place always. */
export const live = (finds: Finds, { ids, weights }: Pool, now: Date) => sql`
  SELECT s.id, s.kind, s.language, s."unitId", c.id "communityId", coalesce(s."discussionId", s.id) thread, accepted, (1000000 * least(1000, ${scoreSql(terms(finds, now))}))::int score
  FROM unnest(${ids}::uuid[], ${weights}::float8[]) pool (id, weight) JOIN "SearchDocument" s ON s.id = pool.id ${records()}
    LEFT JOIN (SELECT "unitId", languages || locale languages, knows || wants tags FROM "User" WHERE id = ${finds.reader}) me ON true,
    LATERAL (SELECT ${byKind((kind) => kind.accepted, sql`false`)} accepted) answer
  WHERE ${stillFound(finds)}`;

/** Of the rows `from`: how many there are of each kind, in each community, unit and language, the other filters kept. */
export const counts = (from: Sql, filter: Filter) => {
  const without = (one: keyof Filter) => narrowed({ ...filter, [one]: undefined });
  return sql`
    SELECT 'kind' of, lower(s.kind::text) value, '' name, count(*)::int count FROM ${from} s WHERE ${without("kind")} GROUP BY 2
    UNION ALL (SELECT 'community', c.slug, c.name, count(*)::int FROM ${from} s JOIN "Community" c ON c.id = s."communityId" WHERE ${without("community")} GROUP BY 2, 3 ORDER BY 4 DESC, 3, 2 LIMIT 8)
    UNION ALL (SELECT 'unit', n.code, n.name, count(*)::int FROM ${from} s JOIN "Unit" n ON n.id = s."unitId" WHERE ${without("unit")} GROUP BY 2, 3 ORDER BY 4 DESC, 3, 2 LIMIT 8)
    UNION ALL (SELECT 'language', s.language, '', count(*)::int FROM ${from} s WHERE ${without("language")} GROUP BY 2 ORDER BY 4 DESC, 2)`;
};
