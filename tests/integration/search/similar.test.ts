import { expect, test } from "vitest";
import { similarDiscussions } from "@/lib/search/similar/queries";
import { world } from "./world";

const said = async (reader: Parameters<typeof similarDiscussions>[0], title: string, community?: string) => (await similarDiscussions(reader, title, { community })).map((one) => one.title);

test("the first post in the portal is already similar to the second", async () => {
  const { community, posts, reader } = await world([{ title: "New phone, and the e-loan app refuses the card" }]);
  expect(await similarDiscussions(reader, "e-loan app refuses my card")).toEqual([
    { id: posts[0]?.id, title: "New phone, and the e-loan app refuses the card", language: "en", answered: false, url: `/communities/${community.slug}/discussions/${posts[0]?.id}` },
  ]);
});

test("what shares more comes first, and what shares one word of many stays away", async () => {
  const { reader } = await world([
    { title: "Which coolant for clay soil?" }, { title: "Coolant for clay" }, { title: "Clay pots in the garden" },
    { title: "Какой клей для книг с бумажной обложкой?", language: "ru" }, { title: "Jak przygotować wystawę w bibliotece?", language: "pl" }, { title: "Hur bokar vi bokbussen?", language: "sv" },
  ]);
  expect(await said(reader, "Coolant for clay in winter")).toEqual(["Coolant for clay", "Which coolant for clay soil?"]);
  expect(await said(reader, "Клей для бумажной обложки")).toEqual(["Какой клей для книг с бумажной обложкой?"]);
  expect(await said(reader, "przygotować wystawy w bibliotekach")).toEqual(["Jak przygotować wystawę w bibliotece?"]);
  expect(await said(reader, "boka bokbussen")).toEqual(["Hur bokar vi bokbussen?"]);
  expect(await said(reader, "Cofee machine brokn")).toEqual([]);
});

test("misspelt titles are similar by their letters", async () => {
  const { reader } = await world([{ title: "Mentoring programme for newcomers" }]);
  expect(await said(reader, "Mentroing programe newcommers")).toEqual(["Mentoring programme for newcomers"]);
});

test("of equally near ones that of the same community leads", async () => {
  const { community, reader } = await world([{ title: "Pump seal broken" }]);
  const other = await world([{ title: "Pump seal broken" }]);
  for (const place of [community, other.community]) expect((await similarDiscussions(reader, "pump seal broken", { community: place.slug }))[0]?.url).toContain(place.slug);
});
