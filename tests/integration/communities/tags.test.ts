import { expect, test } from "vitest";
import { reactions } from "@/lib/communities/events";
import { addSynonym, mergeTag, removeTag, renameTag } from "@/lib/communities/tags/commands";
import { listTags } from "@/lib/communities/tags/queries";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion } from "@/tests/support/build";
import { race } from "@/tests/support/race";

const setting = async () => {
  const { id, slug } = await buildCommunity();
  const elsewhere = await buildCommunity();
  const leader = await buildActor({ leads: [id] });
  const tag = async (name: string, uses = 0, into?: string) => (await db.tag.create({ data: { communityId: id, name, uses, mergedIntoId: into ?? null } })).id;
  const [heat, warmth] = [await tag("heat", 2), await tag("warmth", 1)];
  const synonym = await tag("hotness", 0, heat);
  const texts = [
    await buildDiscussion(id, leader.id, { tags: ["rig", "heat"] }),
    await buildDiscussion(id, leader.id, { tags: ["heat", "warmth", "rig"] }),
    await buildDiscussion(id, leader.id, { tags: ["warmth"], deletedAt: new Date() }),
    await buildDiscussion(elsewhere.id, leader.id, { tags: ["heat"] }),
  ];
  const tags = async () => Promise.all(texts.map(async (one) => (await db.discussion.findUniqueOrThrow({ where: { id: one.id } })).tags));
  return { id, slug, leader, heat, warmth, synonym, tags };
};

test("merging replaces the word in every text of the community, once and at its place, and takes its synonyms along", async () => {
  const { id, slug, leader, heat, warmth, tags } = await setting();
  expect(await mergeTag(leader, { id: heat, into: "warmth" })).toMatchObject({ ok: true, value: { id: warmth, name: "warmth" } });
  expect(await tags()).toEqual([["rig", "warmth"], ["warmth", "rig"], ["warmth"], ["heat"]]);
  expect(await listTags(leader, slug)).toMatchObject([{ name: "warmth", uses: 2, synonyms: [{ name: "heat" }, { name: "hotness" }] }]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ name: "tag.merged", communityId: id, payload: { from: "heat", to: "warmth" } });
});

test("merging into a synonym is merging into its word, and never into itself", async () => {
  const { slug, leader, heat, warmth, synonym } = await setting();
  expect(await mergeTag(leader, { id: heat, into: "hotness" })).toMatchObject({ fields: { into: ["same-tag"] } });
  expect(await mergeTag(leader, { id: heat, into: "cold" })).toMatchObject({ fields: { into: ["no-such-tag"] } });
  expect(await mergeTag(leader, { id: synonym, into: "warmth" })).toMatchObject({ why: "is-synonym" });
  expect(await mergeTag(leader, { id: warmth, into: "hotness" })).toMatchObject({ ok: true, value: { id: heat } });
  expect(await listTags(leader, slug)).toMatchObject([{ name: "heat", uses: 2, synonyms: [{ name: "hotness" }, { name: "warmth" }] }]);
});

test("renaming changes the texts and keeps the old word as a synonym", async () => {
  const { slug, leader, heat, tags } = await setting();
  expect(await renameTag(leader, { id: heat, name: "warmth" })).toMatchObject({ fields: { name: ["tag-exists"] } });
  expect(await renameTag(leader, { id: heat, name: "  High Heat " })).toMatchObject({ ok: true });
  expect((await tags())[0]).toEqual(["rig", "high-heat"]);
  expect((await listTags(leader, slug))[0]).toMatchObject({ name: "high-heat", synonyms: [{ name: "heat" }, { name: "hotness" }] });
  expect(await renameTag(leader, { id: heat, name: "hotness" })).toMatchObject({ ok: true });
  expect((await listTags(leader, slug))[0]).toMatchObject({ name: "hotness", synonyms: [{ name: "heat" }, { name: "high-heat" }] });
});

test("synonyms come and go; a word in use is not taken off the list", async () => {
  const { leader, heat, synonym } = await setting();
  expect(await addSynonym(leader, { id: heat, name: "warmth" })).toMatchObject({ fields: { name: ["tag-exists"] } });
  expect(await addSynonym(leader, { id: heat, name: "!" })).toMatchObject({ why: "invalid", fields: { name: ["tag-letters"] } });
  expect(await addSynonym(leader, { id: heat, name: "Wärme" })).toMatchObject({ ok: true });
  expect(await removeTag(leader, { id: synonym })).toMatchObject({ ok: true });
  expect(await removeTag(leader, { id: heat })).toMatchObject({ why: "in-use" });
});

test("a text that came in with the old word meanwhile is swept", async () => {
  const { id, leader, heat } = await setting();
  await mergeTag(leader, { id: heat, into: "warmth" });
  const late = await buildDiscussion(id, leader.id, { tags: ["heat"] });
  const event = await db.event.findFirstOrThrow({ where: { name: "tag.merged" } });
  for (let times = 0; times < 2; times++) await db.$transaction(async (tx) => reactions["tag.merged"]?.(tx, { ...event, payload: event.payload as Record<string, unknown> }));
  expect((await db.discussion.findUniqueOrThrow({ where: { id: late.id } })).tags).toEqual(["warmth"]);
});

test("two leaders who merge two words into each other end with one", async () => {
  const { slug, leader, heat, warmth } = await setting();
  const both = await race({ table: "Tag", id: heat }, [() => mergeTag(leader, { id: heat, into: "warmth" }), () => mergeTag(leader, { id: warmth, into: "heat" })]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await listTags(leader, slug)).toHaveLength(1);
});
