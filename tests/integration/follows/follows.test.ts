import { expect, test } from "vitest";
import { getCommunity } from "@/lib/communities/queries";
import { mergeTag, renameTag } from "@/lib/communities/tags/commands";
import { mergeDiscussion } from "@/lib/discussions/merges/commands";
import { getDiscussion } from "@/lib/discussions/queries";
import { followCommunity, followDiscussion, followTag } from "@/lib/follows/commands";
import { getTagFollow } from "@/lib/follows/queries";
import { levelOf } from "@/lib/follows/rules";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildWorld, roles, type State } from "@/tests/support/worlds";

/** y: done; f: forbidden; n: not found. In the order of `roles`: visitor, outsider, HR admin, administrator, leader elsewhere, member, author, leader, system. */
const table: [name: string, state: State, expected: { community: string; discussion: string; tag: string }][] = [
  ["an open community", {}, { community: "nyyyyyyyf", discussion: "nyyyyyyyf", tag: "nyyyyyyyf" }],
  ["a community by request", { entry: "REQUEST" }, { community: "nnnnnyyyf", discussion: "nnnnnyyyf", tag: "nnnnnyyyf" }],
  ["a private community", { entry: "PRIVATE" }, { community: "nnnnnyyyf", discussion: "nnnnnyyyf", tag: "nnnnnyyyf" }],
  ["an archived community", { archived: true }, { community: "nyyyyyyyf", discussion: "nyyyyyyyf", tag: "nyyyyyyyf" }],
  ["a deleted discussion", { deleted: true }, { community: "nyyyyyyyf", discussion: "nnnnnnnnn", tag: "nyyyyyyyf" }],
];

test.each(table)("%s: who may follow what is in it", async (_name, state, expected) => {
  const { question, community, actors } = await buildWorld(state);
  await db.tag.create({ data: { communityId: community.id, name: "glue" } });
  const all = async (attempt: (actor: Actor) => Promise<{ ok: boolean; why?: string }>) => {
    let said = "";
    for (const role of roles) {
      const before = await db.follow.count();
      const { ok, why } = await attempt(actors[role]);
      expect(await db.follow.count(), role).toBe(before + (ok ? 1 : 0));
      said += ok ? "y" : (why ?? "?").slice(0, 1);
    }
    return said;
  };
  expect({
    community: await all((actor) => followCommunity(actor, { slug: community.slug, level: "everything" })),
    discussion: await all((actor) => followDiscussion(actor, { id: question.id, level: "replies" })),
    tag: await all((actor) => followTag(actor, { slug: community.slug, tag: "glue", level: "nothing" })),
  }).toEqual(expected);
  expect(await db.event.count()).toBe(0);
});

test.each([{ level: "loud" }, {}, { level: "everything", user: "x" }])("following as %j is refused", async (said) => {
  const community = await buildCommunity();
  expect(await followCommunity(await buildActor(), { slug: community.slug, ...said })).toMatchObject({ ok: false, why: "invalid" });
});

test("one word for one place: a new one takes the place of the old one, and the defaults come back", async () => {
  const { community, question, actors } = await buildWorld();
  const shown = async () => (await getCommunity(actors.member, community.slug))?.follow;
  for (const level of ["everything", "nothing"] as const) {
    await followCommunity(actors.member, { slug: community.slug, level });
    expect(await shown()).toBe(level.toUpperCase());
  }
  await followCommunity(actors.member, { slug: community.slug, level: "default" });
  expect([await shown(), await db.follow.count()]).toEqual([null, 0]);
  const held = async (actor: Actor) => levelOf((await getDiscussion(actor, question.id))!.standing);
  expect([await held(actors.author), await held(actors.member), await held(actors.leader)]).toEqual([{ level: "EVERYTHING", by: "started" }, { level: "EVERYTHING", by: "wrote" }, { level: "REPLIES", by: "default" }]);
  await followDiscussion(actors.author, { id: question.id, level: "nothing" });
  expect([await held(actors.author), await held(actors.member)]).toEqual([{ level: "NOTHING", by: "discussion" }, { level: "EVERYTHING", by: "wrote" }]);
});

test("two devices that speak at once leave one word", async () => {
  const { actors, question } = await buildWorld();
  const both = await race({ table: "User", id: actors.leader.id }, (["everything", "nothing"] as const).map((level) => () => followDiscussion(actors.leader, { id: question.id, level })));
  expect([both.every(({ ok }) => ok), await db.follow.count()]).toEqual([true, 1]);
});

test("a tag is followed by any of its words, renamed and merged", async () => {
  const community = await buildCommunity();
  const [leader, reader] = [await buildActor({ leads: [community.id] }), await buildActor()];
  const [glue, paste] = [await db.tag.create({ data: { communityId: community.id, name: "glue" } }), await db.tag.create({ data: { communityId: community.id, name: "paste" } })];
  await followTag(reader, { slug: community.slug, tag: "glue", level: "everything" });
  const followed = async (tag: string) => getTagFollow(reader, { communityId: community.id, tag });
  await renameTag(leader, { id: glue.id, name: "adhesive" });
  expect([await followed("adhesive"), await followed("glue")]).toMatchObject([{ name: "adhesive", level: "EVERYTHING" }, { name: "adhesive", level: "EVERYTHING" }]);
  await mergeTag(leader, { id: glue.id, into: "paste" });
  expect(await followed("paste")).toMatchObject({ name: "paste", level: "EVERYTHING" });
  await followTag(reader, { slug: community.slug, tag: "glue", level: "nothing" });
  expect(await db.follow.count({ where: { tagId: paste.id, level: "NOTHING" } })).toBe(1);
});

test("a tag says how much is new with it, and nothing of a place that is not read", async () => {
  const { community, question, actors } = await buildWorld({ entry: "PRIVATE" });
  await db.tag.create({ data: { communityId: community.id, name: "glue" } });
  await db.discussion.update({ where: { id: question.id }, data: { tags: ["glue"], lastActivityAt: new Date() } });
  await db.membership.updateMany({ data: { caughtUpAt: new Date(Date.now() - 3_600_000) } });
  const ask = { communityId: community.id, tag: "glue" };
  expect([await getTagFollow(actors.leader, ask), await getTagFollow(actors.outsider, ask), await getTagFollow(actors.leader, { ...ask, tag: "none" })]).toEqual([{ name: "glue", level: null, unread: 1 }, null, null]);
});

test("who followed a discussion follows the one it became part of, unless they said something of that one", async () => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  const [from, into] = [await buildDiscussion(community.id, leader.id), await buildDiscussion(community.id, leader.id)];
  await buildReply(from.id, leader.id);
  const [one, other] = [await buildActor(), await buildActor()];
  for (const { id } of [one, other]) await followDiscussion(id === one.id ? one : other, { id: from.id, level: "everything" });
  await followDiscussion(other, { id: into.id, level: "nothing" });
  expect(await mergeDiscussion(leader, { id: from.id, into: into.id })).toMatchObject({ ok: true });
  const level = async ({ id }: Actor) => (await db.follow.findFirst({ where: { userId: id, discussionId: into.id } }))?.level;
  expect([await level(one), await level(other)]).toEqual(["EVERYTHING", "NOTHING"]);
});
