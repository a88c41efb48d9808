import "server-only";
import { empty, join, type Sql, sql } from "@/lib/platform/sql";
import { type Finds, records, stillFound } from "../policy";
import type { Asked } from "../rules";
import { languages, type SearchAddress } from "../schema";

/** How many rows are ranked: the newest posts, the newest whose titles match, communities and people, near titles. */
const MOST = { posts: 500, titles: 100, places: 100, near: 50 };

export type Filter = Pick<SearchAddress, "kind" | "community" | "unit" | "language">;
/**
 * What is looked for: the question, and the moment after which nothing is looked at. Where it is looked for widely, words may be
 * beginnings (`loose`), and the question's letters count as parts of titles.
 */
export type Sought = { asked: Asked; until: Date | null; loose: boolean; letters: string | null };

const stored = { discussion: "DISCUSSION", reply: "REPLY", community: "COMMUNITY", person: "PERSON" } as const;

/** Each row is asked in the language it is written in; what is in none of ours is read as English. */
const others = languages.filter((one) => one !== "en");
export const inEach = (words: Sql, asked: (language: string) => Sql) =>
  sql`(${join([sql`s.language <> ALL (${others}::text[]) AND ${words} @@ ${asked("en")}`, ...others.map((one) => sql`s.language = ${one} AND ${words} @@ ${asked(one)}`)], " OR ")})`;
const inLanguage = (language: string, asked: Sql, loose: boolean) => sql`sw_query(${language}, ${asked}, ${loose})`;
const asJson = (asked: Asked) => sql`${JSON.stringify(asked)}::jsonb`;
/** Whether the words of a row `s` are what was asked for. */
export const matching = (words: Sql, asked: Sql, loose: boolean) => inEach(words, (language) => inLanguage(language, asked, loose));

/** The question in every language, as a table `word (language, q, mark)`, and how a row of the index finds its line there; `mark` is what is shown as found. */
export const words = ({ asked, loose }: Sought) =>
  sql`word (language, q, mark) AS MATERIALIZED (VALUES ${join(languages.map((one) => sql`(${one}, ${inLanguage(one, asJson(asked), loose)}, ${inLanguage(one, asJson(asked), true)})`))})`;
export const ofRow = sql`word.language = CASE WHEN s.language = ANY (${others}::text[]) THEN s.language ELSE 'en' END`;

/** The filters as a condition on a row `s`; a unit stands for those below it too. */
export const narrowed = ({ kind, community, unit, language }: Filter) => sql`(true
  ${kind ? sql`AND s.kind = ${stored[kind]}::"SearchKind"` : empty}
  ${community ? sql`AND s."communityId" = (SELECT id FROM "Community" WHERE slug = ${community})` : empty}
  ${unit ? sql`AND s."unitId" IN (WITH RECURSIVE below AS (SELECT id FROM "Unit" WHERE code = ${unit} UNION SELECT n.id FROM "Unit" n JOIN below b ON n."parentId" = b.id) SELECT id FROM below)` : empty}
  ${language ? sql`AND s.language = ${language}` : empty})`;

/** Half of what a post counts for is gone after some two years (seconds). */
const FADES = 63_000_000;

/**
 * A bounded number of rows that match: the newest posts, older ones whose titles do where there are more, communities and people; with `letters`, titles that contain
 * them or nearly do. `weight` is how near together and how high up the words stand, less for what is old; `full` where there may be more rows.
 * Only the place a row was indexed in is asked here: `live` asks the records.
 */
export const pool = ({ read }: Finds, { asked, letters, loose, until }: Sought, filter: Filter, now: Date) => {
  const folded = (said: string) => sql`(SELECT sw_fold(${said}))`; // a subquery, so that it is made once and not for each row
  const newest = (where: Sql, most: number, fades: boolean) => sql`(
    SELECT s.id, s.kind, s."discussionId", s."communityId", s."unitId", s.language, row_number() OVER () = ${MOST.posts} "full",
      (coalesce(ts_rank_cd(s.tsv, q, 1), 0)::float8 ${letters ? sql`+ word_similarity(${folded(letters)}, s.folded) / 2` : empty})
        ${fades ? sql`* (0.5 + 0.5 * exp(least(0, -extract(epoch FROM ${now} - s.at)::float8 / ${FADES})))` : empty} weight
    FROM (SELECT s.* FROM "SearchDocument" s LEFT JOIN "Community" c ON c.id = s."communityId"
      WHERE ${where} AND ${narrowed(filter)} ${until ? sql`AND s.at <= ${until}` : empty} ORDER BY s.at DESC, s.id DESC LIMIT ${most}) s JOIN word ON ${ofRow})`;
  const part = `%${(letters ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const near = sql`near AS MATERIALIZED (SELECT s.id FROM "SearchDocument" s WHERE ${folded(letters ?? "")} <% s.folded OR s.folded LIKE ${folded(part)}),`; // by itself, so that the index of letters is used and not that of time
  return sql`(WITH ${letters ? near : empty} post AS MATERIALIZED ${newest(sql`s.kind IN ('DISCUSSION', 'REPLY') AND ${read} AND ${matching(sql`s.tsv`, asJson(asked), loose)}`, MOST.posts, true)}
    SELECT * FROM post
    UNION ALL ${newest(sql`(SELECT bool_or("full") FROM post) AND s."discussionId" IS NOT NULL AND ${read} AND ${matching(sql`s.head`, asJson(asked), loose)}`, MOST.titles, true)}
    UNION ALL ${newest(sql`s.kind IN ('COMMUNITY', 'PERSON') AND ${matching(sql`s.tsv`, asJson(asked), loose)}`, MOST.places, false)}
    ${letters ? sql`UNION ALL ${newest(sql`(s.kind IN ('COMMUNITY', 'PERSON') OR ${read}) AND s.id IN (SELECT id FROM near)`, MOST.near, false)}` : empty})`;
};

/**
 * The rows of a pool that this person sees now, with what they are ranked by: their weight, and more for what answered a question. Whole
 * numbers, so that a page ends at the same place always.
 */
export const live = (finds: Finds, from: Sql) => sql`
  SELECT s.id, s.kind, s.language, s."unitId", c.id "communityId", coalesce(s."discussionId", s.id) thread, accepted,
    (1000000 * least(1000, s.weight * CASE WHEN NOT accepted THEN 1 WHEN s.kind = 'REPLY' THEN 1.4 ELSE 1.2 END))::int score
  FROM (SELECT DISTINCT ON (id) * FROM ${from} ORDER BY id, weight DESC) s ${records},
    LATERAL (SELECT coalesce(CASE s.kind WHEN 'REPLY' THEN d."acceptedReplyId" = s.id ELSE d."acceptedReplyId" IS NOT NULL END, false) accepted) answer
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
