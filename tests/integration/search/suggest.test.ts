import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { suggest } from "@/lib/search/suggest/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildVisitor } from "@/tests/support/build";
import { indexAll, type Reader } from "./world";

const said = async (reader: Reader, q: string) => (await suggest(reader, q)).map(({ kind, title }) => `${kind} ${title}`);

const build = async () => {
  const author = await buildPerson({ name: "Wanda Łoś", handle: "wanda" });
  const [open, hidden] = [await buildCommunity({ name: "Warm storytelling" }), await buildCommunity({ name: "War room", slug: "war-room-a1b2c3", entry: "PRIVATE" })];
  const request = await buildCommunity({ name: "Warp and weft", entry: "REQUEST" });
  for (const { id, name } of [open, hidden, request]) {
    await db.tag.create({ data: { communityId: id, name: `warmth-${name.split(" ").at(-1)}` } });
    await buildDiscussion(id, author.id, { title: `How to warm the ${name}` });
  }
  await indexAll();
  return { author, open, hidden, request };
};

test("communities, people, tags and titles are suggested from their beginnings, without accents too", async () => {
  const { open } = await build();
  const reader = await buildActor({ person: { name: "Rui Nobody" } });
  expect(await said(reader, "wa")).toEqual(["community Warm storytelling", "community Warp and weft", "person Wanda Łoś", "tag warmth-storytelling", "discussion How to warm the Warm storytelling"]);
  expect(await said(reader, "los")).toEqual(["person Wanda Łoś"]);
  expect(await said(reader, "story")).toEqual(["community Warm storytelling", "discussion How to warm the Warm storytelling"]);
  expect(await suggest(reader, "how wa")).toMatchObject([{ kind: "discussion", where: "Warm storytelling", language: "en", slug: open.slug }]);
  expect(await suggest(reader, "warmth-s")).toMatchObject([{ kind: "tag", url: `/communities/${open.slug}?tag=warmth-storytelling` }]);
});

test("what stands in a place that someone does not see is not suggested to them, whoever they are", async () => {
  const { hidden } = await build();
  for (const reader of [await buildActor(), await buildActor({ roles: ["ADMINISTRATOR"] })])
    for (const q of ["war", "war room", "how to warm the war", "warmth-room", "room"]) expect([q, (await said(reader, q)).filter((one) => /room/.test(one))]).toEqual([q, []]);
  expect(await said(await buildActor({ memberOf: [hidden.id] }), "room")).toEqual(["community War room", "discussion How to warm the War room"]);
  expect(await suggest(buildVisitor(), "wa")).toEqual([]);
});

test("my own communities come first, and what was hidden or deleted is gone at once", async () => {
  const { request } = await build();
  const member = await buildActor({ memberOf: [request.id] });
  expect((await said(member, "wa"))[0]).toBe("community Warp and weft");
  await db.discussion.updateMany({ data: { hiddenAt: new Date() } });
  expect((await said(member, "how")).filter((one) => one.startsWith("discussion"))).toEqual([]);
});

test("whatever is typed is answered", async () => {
  const { reader } = { reader: await buildActor() };
  for (const q of ["", " ", "%", "_", "\\", "'", "a'b:*&!", "🦆", "&&& |", "x".repeat(200), "ё", "and the", "a b c d e f g h i j k"]) expect(await suggest(reader, q)).toBeInstanceOf(Array);
});
