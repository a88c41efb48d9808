import { expect, test } from "vitest";
import { closeDiscussion, pinDiscussion, reopenDiscussion, unpinDiscussion } from "@/lib/discussions/moderation/commands";
import { PINS } from "@/lib/discussions/moderation/rules";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, type Heard, leadersOnly } from "@/tests/support/roles";

const commands = [
  ["discussion.pinned", pinDiscussion, {}],
  ["discussion.unpinned", unpinDiscussion, { pinnedAt: new Date() }],
  ["discussion.closed", closeDiscussion, {}],
  ["discussion.reopened", reopenDiscussion, { closedAt: new Date() }],
] as const;
const row = ({ id }: { id: string }) => db.discussion.findUnique({ where: { id }, select: { pinnedAt: true, closedAt: true, closedById: true } });

const everywhere = commands.flatMap(([event, run, state]) => entries.map((entry) => [event, entry, run, state] as const));

test.each(everywhere)("%s is for the leaders alone where entry is %s", async (event, entry, run, state) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const build = () => buildDiscussion(community.id, cast.author.id, state);
  expect(await everyoneTries({ cast, build, run: (actor, { id }) => run(actor, { id }), row, event })).toEqual(leadersOnly[entry]);
});

test.each([
  ["discussion.pinned", pinDiscussion, { pinnedAt: new Date() }, "already-pinned"],
  ["discussion.unpinned", unpinDiscussion, {}, "not-pinned"],
  ["discussion.closed", closeDiscussion, { closedAt: new Date() }, "already-closed"],
  ["discussion.reopened", reopenDiscussion, {}, "not-closed"],
] as const)("%s is refused where it stands already", async (_event, run, state, why) => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  const { id } = await buildDiscussion(community.id, null, state);
  expect(await run(leader, { id })).toMatchObject({ ok: false, why });
  expect(await db.event.count()).toBe(0);
});

test.each(commands)("%s is forbidden in an archived community, and finds nothing that is deleted", async (_event, run, state) => {
  const community = await buildCommunity({ archivedAt: new Date() });
  const living = await buildCommunity();
  const leader = await buildActor({ leads: [community.id, living.id] });
  const archived = await buildDiscussion(community.id, leader.id, state);
  const deleted = await buildDiscussion(living.id, leader.id, { ...state, deletedAt: new Date() });
  expect(await run(leader, { id: archived.id })).toMatchObject({ why: "forbidden" });
  expect(await run(leader, { id: deleted.id })).toMatchObject({ why: "not-found" });
  expect(await run(leader, { id: "1 OR 1=1" })).toMatchObject({ why: "invalid" });
  expect(await db.event.count()).toBe(0);
});

test.each(commands)("of two leaders at once only one is told that it is done: %s", async (event, run, state) => {
  const community = await buildCommunity();
  const [one, other] = [await buildActor({ leads: [community.id] }), await buildActor({ leads: [community.id] })];
  const { id } = await buildDiscussion(community.id, null, state);
  const both = await race<Heard>({ table: "Discussion", id }, [() => run(one, { id }), () => run(other, { id })]);
  expect(both.filter((result) => result.ok)).toHaveLength(1);
  expect(await db.event.findMany({ select: { name: true, communityId: true } })).toEqual([{ name: event, communityId: community.id }]);
});

test("closing says who closed, and opening again forgets it", async () => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  const { id } = await buildDiscussion(community.id, null);
  await closeDiscussion(leader, { id });
  expect(await row({ id })).toMatchObject({ closedAt: expect.any(Date), closedById: leader.id });
  await reopenDiscussion(leader, { id });
  expect(await row({ id })).toMatchObject({ closedAt: null, closedById: null });
});

test("as many are pinned as lead the list, also when two leaders pin the last one at once", async () => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  for (let n = 1; n < PINS; n++) await buildDiscussion(community.id, null, { pinnedAt: new Date() });
  await buildDiscussion(community.id, null, { pinnedAt: new Date(), deletedAt: new Date() });
  const [one, other] = [await buildDiscussion(community.id, null), await buildDiscussion(community.id, null)];
  const both = await race<Heard>({ table: "Community", id: community.id }, [() => pinDiscussion(leader, { id: one.id }), () => pinDiscussion(leader, { id: other.id })]);
  expect(both.map((result) => (result.ok ? "ok" : result.why)).sort()).toEqual(["ok", "too-many-pins"]);
  expect(await db.discussion.count({ where: { pinnedAt: { not: null }, deletedAt: null } })).toBe(PINS);
  expect(await db.event.count()).toBe(1);
});

test("a hot topic that is opened again has seven more days", async () => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  const long = new Date("2025-01-01");
  const topic = await buildDiscussion(community.id, null, { kind: "HOT_TOPIC", closedAt: long, lastActivityAt: long });
  const question = await buildDiscussion(community.id, null, { closedAt: long, lastActivityAt: long });
  await reopenDiscussion(leader, { id: topic.id });
  await reopenDiscussion(leader, { id: question.id });
  expect((await db.discussion.findUniqueOrThrow({ where: { id: topic.id } })).lastActivityAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect((await db.discussion.findUniqueOrThrow({ where: { id: question.id } })).lastActivityAt).toEqual(long);
});
