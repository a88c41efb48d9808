import { expect, test } from "vitest";
import { getDiscussion, listDiscussions } from "@/lib/discussions/queries";
import { catchUp, markSeen } from "@/lib/discussions/readings/commands";
import { getShell } from "@/lib/discussions/readings/queries";
import { NEWS_DAYS } from "@/lib/discussions/readings/rules";
import { postReply } from "@/lib/discussions/replies/commands";
import { ListDiscussions } from "@/lib/discussions/schema";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { buildDiscussion } from "@/tests/support/build";
import { buildWorld, roles, type State } from "@/tests/support/worlds";

const minutes = (count: number) => new Date(Date.now() + count * 60_000);
const days = (count: number) => new Date(Date.now() - count * 86_400_000);

/** A world in which everybody was up to date an hour ago, and the question was asked since. */
const world = async (state?: State) => {
  const made = await buildWorld(state);
  await db.membership.updateMany({ data: { caughtUpAt: minutes(-60) } });
  await db.discussion.update({ where: { id: made.question.id }, data: { lastActivityAt: minutes(-10) } });
  const unread = async (actor: Actor) => (await getShell(actor)).places.find(({ id }) => id === made.community.id)?.unread;
  const listed = async (actor: Actor) => (await listDiscussions(actor, { ...ListDiscussions.parse({}), communityId: made.community.id, actorId: actor.id })).items.map(({ unseen }) => unseen);
  return { ...made, unread, listed };
};

test("a discussion with something new counts until it was seen, and counts again after the next reply", async () => {
  const { question, actors, unread, listed } = await world();
  expect([await unread(actors.leader), await listed(actors.leader)]).toEqual([1, [true]]);
  await markSeen(actors.leader, { discussionId: question.id, seenAt: minutes(-10).toISOString() });
  expect([await unread(actors.leader), await listed(actors.leader)]).toEqual([0, [false]]);
  expect(await unread(actors.member)).toBe(1);
  await postReply(actors.member, { discussionId: question.id, body: "Once more." });
  expect([await unread(actors.leader), await unread(actors.member)]).toEqual([1, 0]);
});

test("catching up marks everything read in this community, and nowhere else", async () => {
  const { community, elsewhere, actors, unread } = await world();
  await buildDiscussion(elsewhere.id, actors.author.id, { lastActivityAt: minutes(-5) });
  await db.membership.create({ data: { userId: actors.leader.id, communityId: elsewhere.id, caughtUpAt: minutes(-60) } });
  expect(await catchUp(actors.leader, { slug: community.slug })).toMatchObject({ ok: true });
  expect(await unread(actors.leader)).toBe(0);
  expect(Object.fromEntries((await getShell(actors.leader)).places.map(({ id, unread: count }) => [id, count]))).toEqual({ [community.id]: 0, [elsewhere.id]: 1 });
});

test("how far someone read is never taken back, whichever device speaks last", async () => {
  const { question, actors } = await world();
  for (const at of [minutes(-10), minutes(-40)]) await markSeen(actors.leader, { discussionId: question.id, seenAt: at.toISOString() });
  const seen = (await getDiscussion(actors.leader, question.id))?.seenAt;
  expect(seen && Math.abs(seen.getTime() - minutes(-10).getTime())).toBeLessThan(60_000);
  expect((await getDiscussion(actors.author, question.id))?.seenAt).toBeNull();
});

test("nobody has seen what lies ahead", async () => {
  const { question, actors, unread } = await world();
  await markSeen(actors.leader, { discussionId: question.id, seenAt: minutes(600).toISOString() });
  await db.discussion.update({ where: { id: question.id }, data: { lastActivityAt: minutes(5) } });
  expect(await unread(actors.leader)).toBe(1);
  expect(await markSeen(actors.leader, { discussionId: question.id, seenAt: "soon" })).toMatchObject({ ok: false, why: "invalid" });
});

test("what nobody opened for two months is no longer news", async () => {
  const { question, actors, unread } = await world();
  await db.membership.updateMany({ data: { caughtUpAt: days(NEWS_DAYS * 3) } });
  await db.discussion.update({ where: { id: question.id }, data: { lastActivityAt: days(NEWS_DAYS + 1) } });
  expect(await unread(actors.leader)).toBe(0);
  await db.discussion.update({ where: { id: question.id }, data: { lastActivityAt: days(NEWS_DAYS - 1) } });
  expect(await unread(actors.leader)).toBe(1);
});

test("deleted and merged discussions are not counted, and counting ends at a hundred", async () => {
  const { community, question, actors, unread } = await world();
  await db.discussion.update({ where: { id: question.id }, data: { deletedAt: new Date() } });
  expect(await unread(actors.leader)).toBe(0);
  await db.discussion.createMany({ data: Array.from({ length: 120 }, (_, n) => ({ communityId: community.id, kind: "IDEA" as const, title: `Idea ${n}`, body: "x", html: "x", language: "en", tags: [] })) });
  expect(await unread(actors.leader)).toBe(100);
});

/** y: done; f: forbidden; n: not found. In the order of `roles`: visitor, outsider, HR admin, administrator, leader elsewhere, member, author, leader, system. */
const table: [name: string, state: State, expected: { seen: string; catchUp: string }][] = [
  ["an open community", {}, { seen: "nyyyyyyyf", catchUp: "nffffyyyf" }],
  ["a community by request", { entry: "REQUEST" }, { seen: "nnnnnyyyf", catchUp: "nnnnnyyyf" }],
  ["a private community", { entry: "PRIVATE" }, { seen: "nnnnnyyyf", catchUp: "nnnnnyyyf" }],
  ["an archived community", { archived: true }, { seen: "nyyyyyyyf", catchUp: "nffffyyyf" }],
  ["a deleted discussion", { deleted: true }, { seen: "nnnnnnnnn", catchUp: "nffffyyyf" }],
];

test.each(table)("%s: who may have it remembered", async (_name, state, expected) => {
  const { question, community, actors } = await world(state);
  const letter = ({ ok, why }: { ok: boolean; why?: string }) => (ok ? "y" : (why ?? "?").slice(0, 1));
  const all = async (attempt: (actor: Actor) => Promise<{ ok: boolean; why?: string }>) => {
    let said = "";
    for (const role of roles) said += letter(await attempt(actors[role]));
    return said;
  };
  expect({
    seen: await all((actor) => markSeen(actor, { discussionId: question.id, seenAt: minutes(0).toISOString() })),
    catchUp: await all((actor) => catchUp(actor, { slug: community.slug })),
  }).toEqual(expected);
  expect(await db.event.count()).toBe(0);
});
