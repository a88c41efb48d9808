import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";
import { indexAll, world } from "./world";

const build = async () => {
  const city = await db.unit.create({ data: { code: "CITY", name: "City" } });
  const branch = await db.unit.create({ data: { code: "BR", name: "Branch", parentId: city.id } });
  const [one, two] = [await buildCommunity({ name: "Pump friends" }), await buildCommunity({ name: "Others" })];
  const [cityPerson, branchPerson] = [await buildPerson({ unitId: city.id }), await buildPerson({ unitId: branch.id })];
  const english = await buildDiscussion(one.id, cityPerson.id, { title: "Pump one" });
  await buildDiscussion(two.id, branchPerson.id, { title: "Pump två", language: "sv" });
  await buildReply(english.id, branchPerson.id, { html: "<p>Pump harder.</p>" });
  await indexAll();
  return { one, two, reader: await buildActor() };
};
const count = (found: Awaited<ReturnType<typeof search>>, of: string) => Object.fromEntries((found?.facets ?? []).filter((one) => one.of === of).map(({ value, count: n }) => [value, n]));

test("filters narrow what is found; each one's counts keep the others", async () => {
  const { one, two, reader } = await build();
  const all = await search(reader, { q: "pump" });
  expect(all?.total).toBe(4);
  expect(count(all, "kind")).toEqual({ discussion: 2, reply: 1, community: 1 });
  expect(count(all, "community")).toEqual({ [one.slug]: 3, [two.slug]: 1 });
  expect(count(all, "unit")).toEqual({ CITY: 1, BR: 2 });
  expect(count(all, "language")).toEqual({ en: 3, sv: 1 });

  const narrow = await search(reader, { q: "pump", kind: "discussion", community: one.slug });
  expect(narrow?.items).toMatchObject([{ title: [{ text: "Pump" }, { text: " one" }], community: { slug: one.slug } }]);
  expect(count(narrow, "kind")).toEqual({ discussion: 1, reply: 1, community: 1 });
  expect(count(narrow, "community")).toEqual({ [one.slug]: 1, [two.slug]: 1 });
  expect((await search(reader, { q: "pump", language: "sv" }))?.total).toBe(1);
});

test("a unit stands for the units below it", async () => {
  const { reader } = await build();
  expect((await search(reader, { q: "pump", unit: "CITY" }))?.total).toBe(3);
  expect((await search(reader, { q: "pump", unit: "BR" }))?.total).toBe(2);
  expect((await search(reader, { q: "pump", unit: "NONE" }))?.total).toBe(0);
});

test("pages follow one another without repeating or losing a row, while others write", async () => {
  const { community, author, reader } = await world(Array.from({ length: 25 }, (_, n) => ({ title: `Pump ${n}`, createdAt: new Date(Date.UTC(2025, 0, 1 + (n % 5))) })));
  const whole = (await search(reader, { q: "pump", limit: 100 }))?.items.map(({ id }) => id);
  const seen: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 10; pages++) {
    const page = await search(reader, { q: "pump", limit: 7, after });
    seen.push(...(page?.items.map(({ id }) => id) ?? []));
    await buildDiscussion(community.id, author.id, { title: "Pump pump pump", createdAt: new Date(Date.now() + 1000) });
    await indexAll();
    if (!page?.next) break;
    after = page.next;
  }
  expect(seen).toEqual(whole);
  expect(await search(reader, { q: "pump", limit: 7, after: "garbage" })).toMatchObject({ total: expect.any(Number) });
});

test("a widened search goes on as one", async () => {
  const { reader } = await world(Array.from({ length: 5 }, (_, n) => ({ title: `Mentoring ${n}` })));
  const first = await search(reader, { q: "mentroing", limit: 3 });
  expect(first).toMatchObject({ total: 5, instead: ["mentoring"] });
  const second = await search(reader, { q: "mentroing", limit: 3, after: first?.next ?? "" });
  expect(new Set([...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id)).size).toBe(5);
});
