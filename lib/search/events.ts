import "server-only";
import type { Tx } from "@/lib/platform/db";
import type { Reaction, Reactions } from "@/lib/platform/events";
import { type Sql, sql } from "@/lib/platform/sql";
import { stemsIn } from "@/lib/platform/text/polish";
import { registry } from "./kinds/queries";
import type { Indexed } from "./kinds/rules";
import { findNear } from "./near/events";

/** Longer texts are found by their first part: a tsvector ends at a megabyte. */
const longest = 200_000;

/** By which rules rows are made; one more with every change after which the rows of before should be made again. */
export const MADE = 1;

/** Has the words of Polish in these texts known by their stems, before the texts are indexed by them. */
const teach = async (tx: Tx, found: Sql) => {
  const texts = await tx.$queryRaw<{ said: string }[]>(sql`SELECT concat_ws(' ', title, tags, files, left(text, ${longest})) said FROM (${found}) found WHERE language = 'pl'`);
  const words = [...stemsIn(texts.map(({ said }) => said))].map(([form, stems]) => ({ form, stems }));
  if (words.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "SearchStem" AS known (form, stems)
    SELECT form, stems FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) one (form text, stems text[])
    WHERE NOT EXISTS (SELECT FROM "SearchStem" k WHERE k.form = one.form AND k.stems @> one.stems) ORDER BY form
    ON CONFLICT (form) DO UPDATE SET stems = array(SELECT DISTINCT unnest(known.stems || excluded.stems) ORDER BY 1)`;
};

/**
 * Writes the rows of these records, takes those away that are not to be found any more (deleted, hidden, merged, closed), and adds their words to the
 * vocabulary: one statement, the same for one record and for thousands. Rows and words are written in their own order, so that two writers wait for
 * each other instead of locking each other out.
 */
export const index = async (tx: Tx, { stored, titled, source }: Indexed, ids: string[]) => {
  if (ids.length === 0) return;
  const found = source(sql`${ids}`);
  await teach(tx, found);
  await tx.$executeRaw`
    WITH found AS MATERIALIZED (${found}),
    gone AS (DELETE FROM "SearchDocument" WHERE id = ANY(${ids}::uuid[]) AND id NOT IN (SELECT id FROM found)),
    words AS (
      INSERT INTO "SearchWord" (word)
      SELECT DISTINCT word FROM found, sw_words(concat_ws(' ', title, tags, files, left(text, ${longest}))) word
      WHERE NOT EXISTS (SELECT FROM "SearchWord" known WHERE known.word = word.word)
      ORDER BY word ON CONFLICT DO NOTHING
    )
    INSERT INTO "SearchDocument" (id, kind, "communityId", "discussionId", "unitId", language, title, folded, head, text, tsv, at, made)
    SELECT id, ${stored}::"SearchKind", "communityId", "discussionId", "unitId", language, title, sw_fold(own), sw_vector(language, nullif(own, '')), text,
      sw_document(language, own, tags, files, left(text, ${longest})), at, ${MADE}
    FROM found, LATERAL (SELECT CASE WHEN ${titled} THEN title ELSE '' END own) name ORDER BY id
    ON CONFLICT (id) DO UPDATE SET "communityId" = excluded."communityId", "discussionId" = excluded."discussionId", "unitId" = excluded."unitId",
      language = excluded.language, title = excluded.title, folded = excluded.folded, head = excluded.head, text = excluded.text, tsv = excluded.tsv, at = excluded.at, made = excluded.made`;
};

const { discussion, reply, community, person } = registry;
export const indexDiscussions = (tx: Tx, ids: string[]) => index(tx, discussion, ids);
export const indexReplies = (tx: Tx, ids: string[]) => index(tx, reply, ids);
export const indexCommunities = (tx: Tx, ids: string[]) => index(tx, community, ids);
export const indexPeople = (tx: Tx, ids: string[]) => index(tx, person, ids);

/** Takes records out of the index, whatever they are. */
export const unindex = (tx: Tx, ids: string[]) => tx.$executeRaw`DELETE FROM "SearchDocument" WHERE id = ANY(${ids}::uuid[])`;

/** Discussions with all that hangs on them: after a new title, a move, a merge, a deletion or its undoing. */
export const indexThreads = async (tx: Tx, discussionIds: string[]) => {
  const replies = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Reply" WHERE "discussionId" = ANY(${discussionIds}::uuid[])`;
  await indexDiscussions(tx, discussionIds);
  await indexReplies(tx, replies.map(({ id }) => id));
};

/** Texts that were nobody's in particular are found under the unit of the colleague they turned out to be of. */
const claimed: Reaction = async (tx, event) => {
  await tx.$executeRaw`
    UPDATE "SearchDocument" s SET "unitId" = u."unitId" FROM "User" u
    WHERE u.id = ${event.subjectId}::uuid AND s."unitId" IS NULL AND s.id IN (
      SELECT id FROM "Discussion" WHERE "authorId" = u.id UNION ALL SELECT id FROM "Reply" WHERE "authorId" = u.id)`;
};

/** What an import that was killed has left out of the index: a bounded number, the next import takes the rest. */
const missing: Reaction = async (tx) => {
  const ids = async (rows: Sql) =>
    (await tx.$queryRaw<{ id: string }[]>(sql`SELECT t.id FROM ${rows} WHERE NOT EXISTS (SELECT FROM "SearchDocument" s WHERE s.id = t.id) LIMIT 1000`)).map(({ id }) => id);
  const alive = (alias: Sql) => sql`${alias}."deletedAt" IS NULL AND ${alias}."hiddenAt" IS NULL`;
  const [d, r] = [sql`d`, sql`r`];
  await indexPeople(tx, await ids(sql`(SELECT id FROM "User" WHERE "closedAt" IS NULL AND "joinedAt" IS NOT NULL) t`));
  await indexDiscussions(tx, await ids(sql`(SELECT d.id FROM "Discussion" d WHERE ${alive(d)}) t`));
  await indexReplies(tx, await ids(sql`(SELECT r.id FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" WHERE ${alive(r)} AND ${alive(d)}) t`));
};

/** A new title, or one that is there again, and what it is near to. */
const near: Reaction = (tx, { subjectId }) => findNear(tx, [subjectId]);

/** What follows from facts beside the rows of the records themselves. */
const besides: Reactions = {
  "person.claimed": claimed,
  "import.finished": missing,
  ...Object.fromEntries(["started", "edited", "restored", "unhidden"].map((fact) => [`discussion.${fact}`, near])),
};

/** Every reaction looks its records up again, so that it does not matter how often, how late or in what order the events arrive. */
export const reactionsOf = (kinds: readonly Indexed[]): Reactions => {
  const names = new Set([...kinds.flatMap(({ facts }) => Object.keys(facts)), ...Object.keys(besides)]);
  const reaction = (name: string): Reaction => async (tx, event) => {
    for (const kind of kinds) {
      const told = kind.facts[name]?.(event);
      if (told) await index(tx, kind, (await tx.$queryRaw<{ id: string }[]>(told)).map(({ id }) => id));
    }
    await besides[name]?.(tx, event);
  };
  return Object.fromEntries([...names].map((name) => [name, reaction(name)]));
};
export const reactions = reactionsOf(Object.values(registry));
