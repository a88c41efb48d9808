import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { reactions } from "@/lib/search/events";
import { buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";

/** The event, twice: reactions may run more than once. */
const happen = async (name: string, subjectId: string, more: { communityId?: string; payload?: Record<string, unknown> } = {}) => {
  const reaction = reactions[name];
  if (!reaction) throw new Error(`nothing reacts to ${name}`);
  for (const _time of [1, 2]) await db.$transaction((tx) => reaction(tx, { id: randomUUID(), name, subjectId, communityId: null, actorId: null, payload: {}, at: new Date(), ...more }));
};
const rows = async () => (await db.$queryRaw<{ said: string }[]>`SELECT kind || ' ' || title said FROM "SearchDocument" ORDER BY 1`).map(({ said }) => said);
const found = async (word: string) => (await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int n FROM "SearchDocument" WHERE tsv @@ plainto_tsquery('sw_en', ${word})`)[0]?.n;

test("a discussion enters the index, takes its new title to its replies, leaves with them and comes back", async () => {
  const [community, author] = [await buildCommunity(), await buildPerson()];
  const { id } = await buildDiscussion(community.id, author.id, { title: "Old" });
  await buildReply(id, author.id);
  await happen("discussion.started", id);
  await db.discussion.update({ where: { id }, data: { title: "New" } });
  await happen("discussion.edited", id);
  expect(await rows()).toEqual(["DISCUSSION New", "REPLY New"]);
  for (const [out, change, back] of [["deleted", { deletedAt: new Date() }, "restored"], ["hidden", { hiddenAt: new Date() }, "unhidden"]] as const) {
    await db.discussion.update({ where: { id }, data: change });
    await happen(`discussion.${out}`, id);
    expect(await rows()).toEqual([]);
    await db.discussion.update({ where: { id }, data: { deletedAt: null, hiddenAt: null } });
    await happen(`discussion.${back}`, id);
    expect(await rows()).toHaveLength(2);
  }
});

test("a summary, a reply, its edit and its deletion are followed", async () => {
  const [community, author] = [await buildCommunity(), await buildPerson()];
  const discussion = await buildDiscussion(community.id, author.id);
  const { id } = await buildReply(discussion.id, author.id, { html: "<p>first</p>" });
  await happen("reply.posted", id);
  expect(await found("first")).toBe(1);
  await db.reply.update({ where: { id }, data: { html: "<p>second</p>" } });
  await happen("reply.edited", id);
  expect([await found("first"), await found("second")]).toEqual([0, 1]);
  await db.reply.update({ where: { id }, data: { deletedAt: new Date() } });
  await happen("reply.deleted", id);
  expect(await found("second")).toBe(0);
  await db.discussion.update({ where: { id: discussion.id }, data: { summaryHtml: "<p>Grease it monthly.</p>" } });
  await happen("discussion.summarised", discussion.id);
  expect(await found("monthly")).toBe(1);
});

test("merged posts follow the discussion they went into", async () => {
  const [community, author] = [await buildCommunity(), await buildPerson()];
  const [from, into] = [await buildDiscussion(community.id, author.id, { title: "From" }), await buildDiscussion(community.id, author.id, { title: "Into" })];
  const reply = await buildReply(from.id, author.id);
  await happen("discussion.started", from.id);
  await db.reply.update({ where: { id: reply.id }, data: { discussionId: into.id } });
  await db.discussion.update({ where: { id: from.id }, data: { mergedIntoId: into.id, deletedAt: new Date() } });
  await happen("discussion.merged", from.id);
  expect(await rows()).toEqual(["DISCUSSION Into", "REPLY Into"]);
});

test("communities, their tags, people and the names of units are followed", async () => {
  const unit = await db.unit.create({ data: { code: "Q", name: "Quay" } });
  const [community, author] = [await buildCommunity({ name: "Divers" }), await buildPerson({ name: "Bo Berg", unitId: unit.id })];
  const discussion = await buildDiscussion(community.id, author.id, { title: "Air", tags: ["oxygen"] });
  await happen("community.founded", community.id);
  await happen("person.joined", author.id);
  await happen("discussion.started", discussion.id);
  expect(await rows()).toEqual(["COMMUNITY Divers", "DISCUSSION Air", "PERSON Bo Berg"]);

  await db.tag.create({ data: { communityId: community.id, name: "breathing" } });
  await db.discussion.update({ where: { id: discussion.id }, data: { tags: ["breathing"] } });
  await happen("tag.renamed", randomUUID(), { communityId: community.id, payload: { from: "oxygen", to: "breathing" } });
  expect([await found("oxygen"), await found("breathing")]).toEqual([0, 2]);
  await db.unit.update({ where: { id: unit.id }, data: { name: "Jetty" } });
  await happen("unit.edited", unit.id);
  expect([await found("quay"), await found("jetty")]).toEqual([0, 1]);
  await db.user.update({ where: { id: author.id }, data: { closedAt: new Date() } });
  await happen("person.closed", author.id);
  expect(await rows()).toEqual(["COMMUNITY Divers", "DISCUSSION Air"]);
});

test("after an import the index takes in what it misses, and not the authors who are only names", async () => {
  const [community, author, imported] = [await buildCommunity(), await buildPerson({ name: "Here" }), await buildPerson({ name: "Elsewhere" })];
  await db.importedAuthor.create({ data: { userId: imported.id, source: "s", sourceId: "1", displayName: "Elsewhere" } });
  const { id } = await buildDiscussion(community.id, imported.id, { title: "Brought" });
  await buildReply(id, author.id);
  await buildDiscussion(community.id, author.id, { title: "Gone", deletedAt: new Date() });
  await happen("import.finished", randomUUID());
  await happen("person.claimed", imported.id);
  expect(await rows()).toEqual(["DISCUSSION Brought", "PERSON Here", "REPLY Brought"]);
});

test("texts of an imported author stand under the unit of the colleague who was found behind the name", async () => {
  const [community, unit] = [await buildCommunity(), await db.unit.create({ data: { code: "BIND", name: "Bindery" } })];
  const [nobody, colleague] = [await buildPerson(), await buildPerson({ unitId: unit.id })];
  const discussion = await buildDiscussion(community.id, nobody.id);
  const reply = await buildReply(discussion.id, nobody.id);
  await happen("discussion.started", discussion.id);
  await happen("reply.posted", reply.id);
  await db.discussion.update({ where: { id: discussion.id }, data: { authorId: colleague.id } });
  await db.reply.update({ where: { id: reply.id }, data: { authorId: colleague.id } });
  await happen("person.claimed", colleague.id);
  expect(await db.searchDocument.count({ where: { id: { in: [discussion.id, reply.id] }, unitId: unit.id } })).toBe(2);
});
