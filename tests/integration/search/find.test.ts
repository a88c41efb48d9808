import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { indexCommunities, indexPeople, indexThreads } from "@/lib/search/events";
import { search } from "@/lib/search/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";

const html = (text: string) => `<p>${text}</p>`;

/** An open community with these discussions, indexed; returns a reader who belongs nowhere. */
const world = async (texts: { title: string; text?: string; language?: string }[]) => {
  const community = await buildCommunity();
  const author = await buildPerson();
  const posts = [];
  for (const { title, text = "…", language = "en" } of texts) posts.push(await buildDiscussion(community.id, author.id, { title, html: html(text), language }));
  await db.$transaction(async (tx) => {
    await indexThreads(tx, posts.map(({ id }) => id));
    await indexCommunities(tx, [community.id]);
    await indexPeople(tx, [author.id]);
  });
  return { community, author, posts, reader: await buildActor() };
};

const titles = async (reader: Awaited<ReturnType<typeof buildActor>>, q: string) => {
  const found = await search(reader, { q });
  return found?.items.map(({ title }) => title.map(({ text }) => text).join(""));
};

test("a word is found in title and text, its title first, and marked", async () => {
  const { reader } = await world([{ title: "Cold mornings", text: "The pumps freeze at night." }, { title: "A frozen pump", text: "What now?" }, { title: "Payroll" }]);
  const found = await search(reader, { q: "pump" });
  expect(found?.items.map(({ title }) => title)).toEqual([
    [{ text: "A frozen ", hit: false }, { text: "pump", hit: true }],
    [{ text: "Cold mornings", hit: false }],
  ]);
  expect(found?.items[1]?.excerpt).toContainEqual({ text: "pumps", hit: true });
});
