import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import { kept, type Sql, sql } from "@/lib/platform/sql";
import { records, standing, stillFound } from "../kinds/queries";
import type { Finds } from "../policy";
import { transposed } from "../rules";

/** How many neighbours a word may have, and among how many nearest ones those are looked for that this person can read somewhere. */
const NEIGHBOURS = 3;
const NEAREST = 60;
/** Shared groups of three letters (pg_trgm): a letter changed in a word of four leaves 0.43. */
const ALIKE = 0.35;

/** So many rows with a word, of those in places that this person sees, are looked at for one that they see now. */
const LOOKED_AT = 50;

/**
 * Whether anything that this person sees now has the word. A scalar, so that it is asked row by row, and no more often than needed. The rows
 * with the word are taken by themselves: with the question for one of them, the planner would read the table until one comes.
 */
const known = (finds: Finds, asked: Sql) => sql`coalesce((WITH has AS MATERIALIZED (
    SELECT s.id FROM "SearchDocument" s LEFT JOIN "Community" c ON c.id = s."communityId"
    WHERE s.tsv @@ sw_ask(${asked}, false) AND (s.kind = ANY (${standing("portal")}) OR ${finds.read}) LIMIT ${LOOKED_AT})
  SELECT true FROM has JOIN "SearchDocument" s ON s.id = has.id ${records()} WHERE ${stillFound(finds)} LIMIT 1), false)`;
const alone = (word: Sql) => sql`jsonb_build_array(jsonb_build_array(jsonb_build_object('any', jsonb_build_array(${word}))))`;

/**
 * For each word that is in nothing this person sees: its nearest neighbours that are. What stands in a place they do not see makes no
 * difference, neither by being there nor by being near: the answer is the same as if it had never been written.
 */
export const nearestWords = async (finds: Finds, tx: ReadTx, words: string[]): Promise<Map<string, string[]>> => {
  if (words.length === 0) return new Map();
  const said = JSON.stringify(words.map((word) => ({ word, slips: transposed(word) })));
  const rows = await tx.$queryRaw<{ word: string; near: string[] }[]>(sql`${kept}
    SELECT said.word, array(
      SELECT near.word FROM (
        SELECT word, max(alike) alike FROM (
          SELECT w.word, 1 alike FROM "SearchWord" w WHERE w.word IN (SELECT sw_fold(slip) FROM unnest(said.slips) slip)
          UNION ALL (SELECT w.word, similarity(w.word, said.folded) FROM "SearchWord" w WHERE w.word % said.folded AND abs(length(w.word) - length(said.folded)) < 3 ORDER BY 2 DESC, 1 LIMIT ${NEAREST})
        ) any_order GROUP BY word ORDER BY alike DESC, word
      ) near WHERE near.alike >= ${ALIKE} AND ${known(finds, alone(sql`near.word`))} ORDER BY near.alike DESC, near.word LIMIT ${NEIGHBOURS}
    ) near FROM (SELECT *, sw_fold(word) folded FROM jsonb_to_recordset(${said}::jsonb) one (word text, slips text[]) WHERE NOT ${known(finds, alone(sql`one.word`))} OFFSET 0) said`);
  return new Map(rows.filter(({ near }) => near.length > 0).map(({ word, near }) => [word, near]));
};
