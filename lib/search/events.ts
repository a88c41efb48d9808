import "server-only";
import type { Tx } from "@/lib/platform/db";
import type { Reaction, Reactions } from "@/lib/platform/events";
import { type Sql, sql } from "@/lib/platform/sql";
import { findNear } from "./near/events";

/** Longer texts are found by their first part: a tsvector ends at a megabyte. */
const longest = 200_000;

/**
 * Writes the rows that `found` yields, takes those of `ids` away that it does not yield (deleted, hidden, merged, closed), and adds their
 * words to the vocabulary: one statement, the same for one record and for thousands. Rows and words are written in their own order, so
 * that two writers wait for each other instead of locking each other out.
 */
const put = (tx: Tx, ids: string[], found: Sql) =>
  tx.$executeRaw`
    WITH found AS MATERIALIZED (${found}),
    gone AS (DELETE FROM "SearchDocument" WHERE id = ANY(${ids}::uuid[]) AND id NOT IN (SELECT id FROM found)),
    words AS (
      INSERT INTO "SearchWord" (word)
      SELECT DISTINCT word FROM found, sw_words(concat_ws(' ', title, tags, files, left(text, ${longest}))) word
      WHERE NOT EXISTS (SELECT FROM "SearchWord" known WHERE known.word = word.word)
      ORDER BY word ON CONFLICT DO NOTHING
    )
    INSERT INTO "SearchDocument" (id, kind, "communityId", "discussionId", "unitId", language, title, folded, head, text, tsv, at)
    SELECT id, kind::"SearchKind", "communityId", "discussionId", "unitId", language, title, sw_fold(own), sw_vector(language, nullif(own, '')), text,
      sw_document(language, own, tags, files, left(text, ${longest})), at
    FROM found, LATERAL (SELECT CASE kind WHEN 'REPLY' THEN '' ELSE title END own) name ORDER BY id
    ON CONFLICT (id) DO UPDATE SET "communityId" = excluded."communityId", "discussionId" = excluded."discussionId", "unitId" = excluded."unitId",
      language = excluded.language, title = excluded.title, folded = excluded.folded, head = excluded.head, text = excluded.text, tsv = excluded.tsv, at = excluded.at`;

export const indexDiscussions = (tx: Tx, ids: string[]) =>
  put(
    tx,
    ids,
    sql`SELECT d.id, 'DISCUSSION' kind, d."communityId", d.id "discussionId", a."unitId", d.language, d.title, concat_ws(' ', array_to_string(d.tags, ' ')) tags,
        coalesce((SELECT string_agg(f.name, ' ') FROM "Attachment" f WHERE f."discussionId" = d.id AND f."replyId" IS NULL), '') files,
        concat_ws(' ', sw_plain(d.html), nullif(sw_plain(d."summaryHtml"), '')) text, coalesce(d."editedAt", d."createdAt") at
      FROM "Discussion" d LEFT JOIN "User" a ON a.id = d."authorId"
      WHERE d.id = ANY(${ids}::uuid[]) AND d."deletedAt" IS NULL AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL`,
  );

/** A reply is found by its discussion's title and tags too (as by tags: with less weight), so that a question and its answer together match. */
export const indexReplies = (tx: Tx, ids: string[]) =>
  put(
    tx,
    ids,
    sql`SELECT r.id, 'REPLY' kind, d."communityId", d.id "discussionId", a."unitId", r.language, d.title, concat_ws(' ', d.title, array_to_string(d.tags, ' ')) tags,
        coalesce((SELECT string_agg(f.name, ' ') FROM "Attachment" f WHERE f."replyId" = r.id), '') files,
        sw_plain(r.html) text, coalesce(r."editedAt", r."createdAt") at
      FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" LEFT JOIN "User" a ON a.id = r."authorId"
      WHERE r.id = ANY(${ids}::uuid[]) AND r."deletedAt" IS NULL AND r."hiddenAt" IS NULL
        AND d."deletedAt" IS NULL AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL`,
  );

/** What a community leaves out of its scope is not what it should be found by. */
export const indexCommunities = (tx: Tx, ids: string[]) =>
  put(
    tx,
    ids,
    sql`SELECT c.id, 'COMMUNITY' kind, c.id "communityId", NULL::uuid "discussionId", NULL::uuid "unitId", c.language, c.name title,
        coalesce((SELECT string_agg(t.name, ' ') FROM "Tag" t WHERE t."communityId" = c.id), '') tags, '' files,
        concat_ws(' ', c.domain, c."inScope", array_to_string(c."sampleQuestions", ' '), c."intendedMembers", array_to_string(c."firstItems", ' ')) text,
        c."createdAt" at
      FROM "Community" c WHERE c.id = ANY(${ids}::uuid[])`,
  );

/** People with an account or an invitation; not the authors of imported texts. */
export const indexPeople = (tx: Tx, ids: string[]) =>
  put(
    tx,
    ids,
    sql`SELECT u.id, 'PERSON' kind, NULL::uuid "communityId", NULL::uuid "discussionId", u."unitId", coalesce(u.languages[1], 'en') language, u.name title,
        concat_ws(' ', u.handle, u.position, array_to_string(u.knows, ' ')) tags, coalesce(p.name, '') files,
        concat_ws(' · ', nullif(u.position, ''), p.name, nullif(array_to_string(u.knows, ', '), ''), nullif(array_to_string(u.wants, ', '), ''), nullif(u.about, '')) text,
        u."createdAt" at
      FROM "User" u LEFT JOIN "Unit" p ON p.id = u."unitId"
      WHERE u.id = ANY(${ids}::uuid[]) AND u.name IS NOT NULL AND u."closedAt" IS NULL
        AND NOT EXISTS (SELECT FROM "ImportedAuthor" i WHERE i."userId" = u.id)`,
  );

/** Takes records out of the index, whatever they are. */
export const unindex = (tx: Tx, ids: string[]) => tx.$executeRaw`DELETE FROM "SearchDocument" WHERE id = ANY(${ids}::uuid[])`;

/** Discussions with all that hangs on them: after a new title, a move, a merge, a deletion or its undoing. */
export const indexThreads = async (tx: Tx, discussionIds: string[]) => {
  const replies = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Reply" WHERE "discussionId" = ANY(${discussionIds}::uuid[])`;
  await indexDiscussions(tx, discussionIds);
  if (replies.length > 0) await indexReplies(tx, replies.map(({ id }) => id));
};

const thread: Reaction = async (tx, { subjectId }) => {
  await indexThreads(tx, [subjectId]);
  await findNear(tx, [subjectId]);
};
const reply: Reaction = async (tx, { subjectId }) => void (await indexReplies(tx, [subjectId]));
const community: Reaction = async (tx, { subjectId }) => void (await indexCommunities(tx, [subjectId]));
const person: Reaction = async (tx, { subjectId }) => void (await indexPeople(tx, [subjectId]));

/** The discussion that was merged, and the one it went into: the replies have changed sides. */
const merged: Reaction = async (tx, { subjectId }) => {
  const both = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Discussion" WHERE id = ${subjectId}::uuid OR "mergedIntoId" = ${subjectId}::uuid
    UNION SELECT "mergedIntoId" FROM "Discussion" WHERE id = ${subjectId}::uuid AND "mergedIntoId" IS NOT NULL`;
  await indexThreads(tx, both.map(({ id }) => id));
};

/** A word that became another, or came or went: the community, and the discussions that carry either. */
const tagged: Reaction = async (tx, { communityId, payload }) => {
  if (!communityId) return;
  const names = [payload.from, payload.to, payload.name].filter((one) => typeof one === "string");
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Discussion" WHERE "communityId" = ${communityId}::uuid AND tags && ${names}::text[]`;
  await indexCommunities(tx, [communityId]);
  await indexThreads(tx, rows.map(({ id }) => id));
};

/** Texts that were nobody's in particular are found under the unit of the colleague they turned out to be of. */
const claimed: Reaction = async (tx, event) => {
  await person(tx, event);
  await tx.$executeRaw`
    UPDATE "SearchDocument" s SET "unitId" = u."unitId" FROM "User" u
    WHERE u.id = ${event.subjectId}::uuid AND s."unitId" IS NULL AND s.id IN (
      SELECT id FROM "Discussion" WHERE "authorId" = u.id UNION ALL SELECT id FROM "Reply" WHERE "authorId" = u.id)`;
};

/** A unit's name is among the words its people are found by. */
const unit: Reaction = async (tx, { subjectId }) => {
  const people = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "User" WHERE "unitId" = ${subjectId}::uuid`;
  await indexPeople(tx, people.map(({ id }) => id));
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

const each = (subject: string, facts: string, reaction: Reaction): Reactions => Object.fromEntries(facts.split(" ").map((fact) => [`${subject}.${fact}`, reaction]));

/** Every reaction looks its record up again, so that it does not matter how often, how late or in what order the events arrive. */
export const reactions: Reactions = {
  ...each("discussion", "started edited deleted restored hidden unhidden moved summarised", thread),
  "discussion.merged": merged,
  ...each("reply", "posted edited deleted restored hidden unhidden", reply),
  ...each("community", "founded changed archived reopened", community),
  ...each("tag", "renamed merged removed synonym-added", tagged),
  ...each("person", "invited added joined moved closed erased", person),
  "person.claimed": claimed,
  "profile.edited": person,
  "unit.edited": unit,
  "import.finished": missing,
};
