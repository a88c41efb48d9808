import type pg from "pg";
import { newId } from "@/lib/platform/id";
import { type Place, placeRank, writePeople } from "./people";
import { rowsInto, withoutSlowIndexes } from "./rows";
import { below, oneOf, questions, random, text, title } from "./words";

const YEARS = 3 * 365 * 86_400_000;
/** Replies to a discussion: four at the average, many with none or one, some with twenty. */
const replies = () => Math.floor(-4.5 * Math.log(1 - random()));

/** So many discussions have exactly twenty replies: the ones that the benchmark reads. */
const TWENTIES = 30;

type Tables = Record<"Discussion" | "Reply" | "Reaction" | "Event", ReturnType<typeof rowsInto>>;

const zeros = { thanks: 0, inspired: 0, sameHere: 0, version: 1 };

/** A discussion with its replies; the first of its members begins it, any of them answer. */
const writeDiscussion = async (tables: Tables, { id: communityId, language, members, tags }: Place, begun: number, count: number, kind: string) => {
  const id = newId(new Date(begun));
  const moment = (at: number) => ({ createdAt: new Date(at), updatedAt: new Date(at) });
  const happened = (name: string, subjectId: string, actorId: string, at: number) => tables.Event.add({ id: newId(new Date(at)), name, subjectId, communityId, actorId, payload: {}, at: new Date(at) });
  const author = oneOf(members);
  const own = [...new Set(Array.from({ length: below(4) }, () => oneOf(tags)))];
  await tables.Discussion.add({ id, communityId, kind, title: title(language), ...text(language, 1 + below(4)), language, tags: own, authorId: author, summary: "", summaryHtml: "", replyCount: 0, hiddenReason: "", lastActivityAt: new Date(begun), ...zeros, ...moment(begun) });
  await happened("discussion.started", id, author, begun);
  const roots: string[] = [];
  let at = begun;
  for (let number = 0; number < count; number++) {
    at = Math.min(Date.now() - 1000 * (count - number), at + 60_000 + -Math.log(1 - random()) * 40_000_000);
    const [reply, who, parentId] = [newId(new Date(at)), oneOf(members), roots.length > 0 && random() < 0.25 ? oneOf(roots) : null];
    if (!parentId) roots.push(reply);
    await tables.Reply.add({ id: reply, discussionId: id, parentId, ...text(language, 1 + below(3)), language, authorId: who, hiddenReason: "", ...zeros, ...moment(at) });
    await happened("reply.posted", reply, who, at);
    if (random() < 0.4) await tables.Reaction.add({ id: newId(new Date(at)), userId: oneOf(members), name: "THANKS", discussionId: id, replyId: reply, createdAt: new Date(at) });
  }
  return id;
};

/** What is kept rather than counted, and answers accepted, once everything is in. */
const settled = [
  `UPDATE "Discussion" d SET "replyCount" = r.count, "lastActivityAt" = r.at, "lastReplierId" = r.last FROM (
     SELECT "discussionId", count(*) count, max("createdAt") at, (array_agg("authorId" ORDER BY "createdAt" DESC, id DESC))[1] last FROM "Reply" GROUP BY 1) r WHERE r."discussionId" = d.id`,
  `UPDATE "Discussion" d SET "acceptedReplyId" = r.id, "acceptedAt" = d."lastActivityAt", "acceptedById" = d."authorId" FROM (
     SELECT DISTINCT ON ("discussionId") "discussionId", id FROM "Reply" WHERE "parentId" IS NULL ORDER BY "discussionId", "createdAt" DESC) r
   WHERE r."discussionId" = d.id AND d.kind = 'QUESTION' AND hashtext(d.id::text) % 2 = 0`,
  `UPDATE "Reply" r SET thanks = x.count FROM (SELECT "replyId", count(*) count FROM "Reaction" GROUP BY 1) x WHERE x."replyId" = r.id`,
  `UPDATE "Community" c SET "discussionCount" = d.count, "lastActivityAt" = d.at FROM (SELECT "communityId", count(*) count, max("lastActivityAt") at FROM "Discussion" GROUP BY 1) d WHERE d."communityId" = c.id`,
  `UPDATE "Tag" t SET uses = d.count FROM (SELECT "communityId", tag, count(*) count FROM "Discussion", unnest(tags) tag GROUP BY 1, 2) d WHERE d."communityId" = t."communityId" AND d.tag = t.name`,
  `UPDATE "Discussion" d SET "pinnedAt" = "createdAt" FROM (SELECT DISTINCT ON ("communityId") id FROM "Discussion" ORDER BY "communityId", "replyCount" DESC) p WHERE p.id = d.id`,
];

const indexAtOnce = 1000;

/** Search rows by the very reactions that write them in a portal. */
const index = async (client: pg.Client, note: (detail: string) => void) => {
  const [{ db }, search] = await Promise.all([import("@/lib/platform/db"), import("@/lib/search/events")]);
  const kinds = [["User", search.indexPeople], ["Community", search.indexCommunities], ["Discussion", search.indexDiscussions], ["Reply", search.indexReplies]] as const;
  for (const [table, put] of kinds) {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM "${table}" ORDER BY id`);
    for (let from = 0; from < rows.length; from += indexAtOnce) {
      note(`search rows, ${table}: ${from} of ${rows.length}`);
      await db.$transaction((tx) => put(tx, rows.slice(from, from + indexAtOnce).map(({ id }) => id)), { timeout: 120_000 });
    }
  }
  await db.$disconnect();
};

/** Fills an empty, migrated database with an organisation and so many posts, of which every fifth or so begins a discussion. */
export const fill = async (client: pg.Client, posts: number, note: (detail: string) => void) => {
  const { places } = await writePeople(client);
  const names = ["Discussion", "Reply", "Reaction", "Event"] as const;
  const tables = Object.fromEntries(names.map((name) => [name, rowsInto(client, name)])) as Tables;
  const [largest] = places;
  await client.query("SET session_replication_role = replica"); // rows come in any order; they are right
  await withoutSlowIndexes(client, async () => {
    const short = largest && (await writeDiscussion(tables, largest, Date.now() - YEARS / 9, 5, "QUESTION"));
    const long = largest && (await writeDiscussion(tables, largest, Date.now() - YEARS / 5, 200, "DISCUSSION"));
    const twenty: string[] = [];
    for (let number = 0; largest && number < TWENTIES; number++) twenty.push(await writeDiscussion(tables, largest, Date.now() - YEARS * random() ** 1.5, 20, "QUESTION"));
    for (let done = 207 + 21 * TWENTIES; done < posts; ) {
      const [place, count] = [places[placeRank()], Math.min(replies(), posts - done - 1)];
      const age = YEARS * random() ** 1.5;
      if (place) await writeDiscussion(tables, place, Date.now() - age, count, random() < 0.5 ? "QUESTION" : oneOf(["DISCUSSION", "STORY", "IDEA"]));
      done += 1 + count;
      if (done % 1000 < 10) note(`${done} of ${posts} posts`);
    }
    for (const name of names) await tables[name].flush();
    note("counters");
    await client.query("SET session_replication_role = origin; ANALYZE");
    for (const statement of settled) await client.query(statement);
    await index(client, note);
    await client.query(`COMMENT ON SCHEMA public IS '${JSON.stringify({ posts, short, long, twenty, ...questions() })}'`);
    note("indexes");
  });
  await client.query("VACUUM (ANALYZE)");
};
