import { expect, test } from "vitest";
import { closeQuietTopics } from "@/lib/discussions/jobs";
import { postReply } from "@/lib/discussions/replies/commands";
import { closeQuietTopic, summariseTopic } from "@/lib/discussions/topics/commands";
import { listQuietTopics, listSummariesAsked } from "@/lib/discussions/topics/queries";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildSystem } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid, type Heard } from "@/tests/support/roles";

const now = new Date("2026-03-10T12:00:00Z");
const ago = (days: number, ms = 0) => new Date(now.getTime() - days * 24 * 3600_000 - ms);
const row = ({ id }: { id: string }) => db.discussion.findUniqueOrThrow({ where: { id }, select: { closedAt: true, closedById: true, summary: true, summaryHtml: true } });
const closed = { kind: "HOT_TOPIC", closedAt: ago(1), lastActivityAt: ago(8) } as const;

test("the clock closes what has been quiet for seven days, in every kind of community, once", async () => {
  const places = await Promise.all(entries.map((entry) => buildCommunity({ entry })));
  const due = await Promise.all(places.map(({ id }) => buildDiscussion(id, null, { kind: "HOT_TOPIC", lastActivityAt: ago(7) })));
  const [place] = places;
  const archived = await buildCommunity({ archivedAt: new Date() });
  const left = [
    await buildDiscussion(place?.id ?? "", null, { kind: "HOT_TOPIC", lastActivityAt: ago(7, -1) }),
    await buildDiscussion(place?.id ?? "", null, { kind: "QUESTION", lastActivityAt: ago(30) }),
    await buildDiscussion(place?.id ?? "", null, { kind: "HOT_TOPIC", lastActivityAt: ago(30), deletedAt: ago(2) }),
    await buildDiscussion(archived.id, null, { kind: "HOT_TOPIC", lastActivityAt: ago(30) }),
  ];

  await closeQuietTopics(now);
  await closeQuietTopics(now);

  for (const topic of due) expect(await row(topic)).toMatchObject({ closedAt: now, closedById: null });
  for (const topic of left) expect(await row(topic)).toMatchObject({ closedAt: null });
  const events = await db.event.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(due.map(({ id }) => id).sort());
  for (const event of events) expect(event).toMatchObject({ name: "discussion.closed", actorId: null, payload: { quiet: true } });
});

test("only the clock closes by the clock", async () => {
  const community = await buildCommunity();
  const cast = await buildCast(community.id);
  const build = () => buildDiscussion(community.id, cast.author.id, { kind: "HOT_TOPIC", lastActivityAt: ago(8) });
  const outcomes = await everyoneTries({ cast, build, run: (actor, { id }) => closeQuietTopic(actor, { id, now }), row, event: "discussion.closed" });
  const forbidden = Object.fromEntries(Object.keys(cast).map((role) => [role, "forbidden"]));
  expect(outcomes).toEqual({ ...forbidden, visitor: "not-found", system: "ok" });
});

test("a reply in the same moment keeps the topic open; afterwards a closed one takes no reply, and none opens it again", async () => {
  const community = await buildCommunity();
  const member = await buildActor({ memberOf: [community.id] });
  const { id } = await buildDiscussion(community.id, member.id, { kind: "HOT_TOPIC", lastActivityAt: ago(8) });
  const reply = () => postReply(member, { discussionId: id, body: "One more thing." });
  const [answered, quiet] = await race<Heard>({ table: "Discussion", id }, [reply, () => closeQuietTopic(buildSystem(), { id, now })]);
  expect([answered?.ok, quiet?.ok].filter(Boolean)).toHaveLength(1);
  const { closedAt, replyCount } = await db.discussion.findUniqueOrThrow({ where: { id } });
  expect(closedAt === null).toBe(answered?.ok);
  expect([replyCount, await db.reply.count()]).toEqual(answered?.ok ? [1, 1] : [0, 0]);

  await db.discussion.update({ where: { id }, data: { closedAt: now } });
  expect(await reply()).toMatchObject({ ok: false, why: "forbidden" });
  expect(await row({ id })).toMatchObject({ closedAt: now });
});

test("a topic in which somebody spoke after the clock had looked stays open", async () => {
  const { id } = await buildDiscussion((await buildCommunity()).id, null, { kind: "HOT_TOPIC", lastActivityAt: ago(8) });
  const waiting = () => db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const closing = await db.$transaction(async (tx) => {
    await tx.discussion.update({ where: { id }, data: { lastActivityAt: now } });
    const looked = closeQuietTopic(buildSystem(), { id, now });
    while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return { looked };
  });
  expect(await closing.looked).toMatchObject({ ok: false, why: "not-quiet-yet" });
  expect(await row({ id })).toMatchObject({ closedAt: null });
});

test("what is due is listed for the clock alone, the longest quiet first", async () => {
  const community = await buildCommunity();
  const [second, first] = [
    await buildDiscussion(community.id, null, { kind: "HOT_TOPIC", lastActivityAt: ago(8) }),
    await buildDiscussion(community.id, null, { kind: "HOT_TOPIC", lastActivityAt: ago(9) }),
  ];
  expect(await listQuietTopics(buildSystem(), now)).toEqual([first.id, second.id]);
});

const summarising = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          forbidden  not-found  not-found
  member            forbidden  forbidden  forbidden
  author            ok         ok         ok
  leader            ok         ok         ok
  leader-elsewhere  forbidden  not-found  not-found
  administrator     forbidden  not-found  not-found
  hr-admin          forbidden  not-found  not-found
  system            forbidden  forbidden  forbidden
`);

test.each(entries)("its starter sums a topic up, or a leader: %s", async (entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const build = () => buildDiscussion(community.id, cast.author.id, closed);
  const run = (actor: typeof cast.author, { id }: { id: string }) => summariseTopic(actor, { id, summary: "We **agree**.", before: "" });
  expect(await everyoneTries({ cast, build, run, row, event: "discussion.summarised" })).toEqual(summarising[entry]);
});

test.each([
  ["a question", { kind: "QUESTION", closedAt: now }, "not-a-hot-topic"],
  ["a topic that still runs", { kind: "HOT_TOPIC" }, "still-open"],
  ["a deleted topic", { ...closed, deletedAt: now }, "not-found"],
] as const)("%s is not summed up: it hears %s", async (_what, state, why) => {
  const community = await buildCommunity();
  const author = await buildActor({ memberOf: [community.id] });
  const { id } = await buildDiscussion(community.id, author.id, state);
  expect(await summariseTopic(author, { id, summary: "Done.", before: "" })).toMatchObject({ ok: false, why });
  expect(await db.event.count()).toBe(0);
});

test("in an archived community nothing is summed up any more", async () => {
  const community = await buildCommunity({ archivedAt: now });
  const author = await buildActor({ memberOf: [community.id] });
  const { id } = await buildDiscussion(community.id, author.id, closed);
  expect(await summariseTopic(author, { id, summary: "Done.", before: "" })).toMatchObject({ why: "forbidden" });
});

test("a summary is rendered, stops the asking, and can be changed by who saw it", async () => {
  const community = await buildCommunity();
  const author = await buildActor({ memberOf: [community.id] });
  const { id } = await buildDiscussion(community.id, author.id, closed);
  await buildDiscussion(community.id, null, closed);
  expect(await listSummariesAsked(author)).toMatchObject([{ id, community: { slug: community.slug } }]);

  expect(await summariseTopic(author, { id, summary: "We **agree**\r\nto try.", before: "" })).toMatchObject({ ok: true });
  expect(await row({ id })).toMatchObject({ summary: "We **agree**\nto try.", summaryHtml: expect.stringContaining("<strong>agree</strong>") });
  expect(await listSummariesAsked(author)).toEqual([]);
  expect(await summariseTopic(author, { id, summary: "No.", before: "" })).toMatchObject({ why: "stale", current: { summary: "We **agree**\nto try." } });
  expect(await summariseTopic(author, { id, summary: "We tried.", before: "We **agree**\r\nto try." })).toMatchObject({ ok: true });
});

test("of two summaries at once one stands, and the other writer gets it back to merge", async () => {
  const community = await buildCommunity();
  const [author, leader] = [await buildActor({ memberOf: [community.id] }), await buildActor({ leads: [community.id] })];
  const { id } = await buildDiscussion(community.id, author.id, closed);
  const both = await race<Heard>({ table: "Discussion", id }, [author, leader].map((actor) => () => summariseTopic(actor, { id, summary: `By ${actor.id}`, before: "" })));
  const { summary } = await row({ id });
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(both.find((result) => !result.ok)).toMatchObject({ why: "stale", current: { summary } });
  expect(await db.event.count()).toBe(1);
});
