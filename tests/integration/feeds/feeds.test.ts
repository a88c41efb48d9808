import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getCommunityFeed } from "@/lib/feeds/queries";
import { ENTRIES } from "@/lib/feeds/rules";
import type { Actor, Me } from "@/lib/platform/actor";
import { actorById } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";
import { buildWorld, roles } from "@/tests/support/worlds";

const me = async ({ id }: { id: string }) => (await actorById(id)) as Me;
const titles = async (reader: Actor, slug: string) => (await getCommunityFeed(reader as Me, slug))?.entries.map(({ title }) => title);
const day = (n: number) => new Date(Date.UTC(2026, 0, n));

const reads = { OPEN: ["outsider", "HR admin", "administrator", "leader elsewhere", "member", "author", "leader", "system"], REQUEST: ["member", "author", "leader", "system"], PRIVATE: ["member", "author", "leader", "system"] } as const;

describe.each(["OPEN", "REQUEST", "PRIVATE"] as const)("the feed of a community that is %s", (entry) => {
  test("is there for who reads inside, and for nobody else", async () => {
    const { community, actors } = await buildWorld({ entry });
    for (const role of roles) expect([role, (await getCommunityFeed(actors[role] as Me, community.slug)) !== null]).toEqual([role, (reads[entry] as readonly string[]).includes(role)]);
    expect(await getCommunityFeed(actors.leader as Me, `${community.slug}x`)).toBeNull();
  });
});

test("it holds what was begun and what was accepted, the newest first, each under its own id", async () => {
  const place = await buildCommunity({ createdAt: day(1) });
  const [ada, reader] = [await buildPerson({ name: "Ada" }), await me(await buildPerson({ locale: "sv" }))];
  const old = await buildDiscussion(place.id, ada.id, { title: "Old", createdAt: day(1), tags: ["pumps"], language: "pl" });
  const reply = await buildReply(old.id, null, { createdAt: day(2), authorName: "Old hand", html: `<p><a href="/people/ada">her</a></p>` });
  await db.discussion.update({ where: { id: old.id }, data: { acceptedReplyId: reply.id, acceptedAt: day(9) } });
  const young = await buildDiscussion(place.id, ada.id, { title: "Young", createdAt: day(5), kind: "STORY", editedAt: day(7) });

  const feed = await getCommunityFeed(reader, place.slug);

  expect(feed?.entries.map(({ id, title, updated }) => [id, title, updated])).toEqual([
    [`urn:uuid:${reply.id}`, "Godtaget svar: Old", day(9)],
    [`urn:uuid:${young.id}`, "Young", day(7)],
    [`urn:uuid:${old.id}`, "Old", day(1)],
  ]);
  expect(feed).toMatchObject({ id: `urn:uuid:${place.id}`, updated: day(9), language: "en", self: `http://localhost:3000/feeds/communities/${place.slug}.atom`, address: `http://localhost:3000/communities/${place.slug}` });
  expect(feed?.entries[0]).toMatchObject({ author: { name: "Old hand" }, address: `http://localhost:3000/communities/${place.slug}/discussions/${old.id}?answer=${reply.id}#p-${reply.id}`, html: `<p><a href="http://localhost:3000/people/ada">her</a></p>` });
  expect(feed?.entries[2]).toMatchObject({ language: "pl", categories: ["Fråga", "pumps"], author: { name: "Ada", uri: `http://localhost:3000/people/${ada.handle}` } });
});

test("it has no more entries than a feed holds", async () => {
  const place = await buildCommunity();
  await db.discussion.createMany({ data: Array.from({ length: ENTRIES + 5 }, (_, n) => ({ id: randomUUID(), communityId: place.id, kind: "IDEA" as const, title: `${n}`, body: "b", html: "<p>b</p>", language: "en", createdAt: new Date(Date.UTC(2026, 0, 1, 0, n)) })) });
  const feed = await titles(await me(await buildPerson()), place.slug);
  expect(feed).toHaveLength(ENTRIES);
  expect(feed?.[0]).toBe(`${ENTRIES + 4}`);
});

test("what is hidden, deleted, merged or moved away is gone from it, and so is a place that became private", async () => {
  const [place, other] = [await buildCommunity(), await buildCommunity()];
  const author = await buildPerson();
  const reader = await me(await buildPerson());
  const ask = async (title: string) => {
    const { id } = await buildDiscussion(place.id, author.id, { title });
    const reply = await buildReply(id, author.id);
    await db.discussion.update({ where: { id }, data: { acceptedReplyId: reply.id, acceptedAt: new Date() } });
    return { id, reply: reply.id };
  };
  const [hidden, deleted, merged, moved, stays, silenced] = [await ask("Hidden"), await ask("Deleted"), await ask("Merged"), await ask("Moved"), await ask("Stays"), await ask("Silenced")];
  await db.discussion.update({ where: { id: hidden.id }, data: { hiddenAt: new Date(), hiddenReason: "no" } });
  await db.discussion.update({ where: { id: deleted.id }, data: { deletedAt: new Date() } });
  await db.discussion.update({ where: { id: merged.id }, data: { mergedIntoId: stays.id } });
  await db.discussion.update({ where: { id: moved.id }, data: { communityId: other.id } });
  await db.reply.update({ where: { id: silenced.reply }, data: { hiddenAt: new Date() } });
  expect((await titles(reader, place.slug))?.sort()).toEqual(["Accepted answer: Stays", "Silenced", "Stays"]);
  expect((await titles(reader, other.slug))?.sort()).toEqual(["Accepted answer: Moved", "Moved"]);
  await db.community.update({ where: { id: place.id }, data: { entry: "PRIVATE" } });
  expect(await titles(reader, place.slug)).toBeUndefined();
});

test("who has left has no name in it", async () => {
  const place = await buildCommunity();
  const gone = await buildPerson({ name: null, closedAt: new Date() });
  await buildDiscussion(place.id, gone.id);
  const feed = await getCommunityFeed(await me(await buildPerson()), place.slug);
  expect(feed?.entries[0]?.author).toEqual({ name: "former colleague" });
});
