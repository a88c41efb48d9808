import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { indexCommunities, indexDiscussions, indexPeople, indexReplies, indexThreads, unindex } from "@/lib/search/events";
import { buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";

const rows = () => db.$queryRaw<{ id: string; kind: string; title: string; text: string; tsv: string }[]>`SELECT id, kind::text, title, text, tsv::text FROM "SearchDocument" ORDER BY "SearchDocument".kind`;
const words = async () => (await db.searchWord.findMany({ orderBy: { word: "asc" } })).map(({ word }) => word);

test("every kind of record is indexed by its words, weighed by where they stand", async () => {
  const unit = await db.unit.create({ data: { code: "RIG", name: "Rig yard" } });
  const author = await buildPerson({ name: "Irena Żak", unitId: unit.id, knows: ["coolant"] });
  const community = await buildCommunity({ name: "Drilling" });
  const discussion = await buildDiscussion(community.id, author.id, { title: "Pumps stop", tags: ["seals"], html: "<p>Every <em>Mon</em>day &amp; night</p><p>they rest.</p>" });
  await db.attachment.create({ data: { discussionId: discussion.id, name: "manual.pdf", mediaType: "application/pdf", size: 1, storageKey: "x" } });
  const reply = await buildReply(discussion.id, author.id, { html: "<p>Grease them.</p>" });
  await db.$transaction(async (tx) => {
    await indexDiscussions(tx, [discussion.id]);
    await indexReplies(tx, [reply.id]);
    await indexCommunities(tx, [community.id]);
    await indexPeople(tx, [author.id]);
  });

  const found = await rows();
  expect(found.map(({ kind }) => kind)).toEqual(["DISCUSSION", "REPLY", "COMMUNITY", "PERSON"]);
  expect(found[0]).toMatchObject({ id: discussion.id, title: "Pumps stop", text: "Every Monday & night they rest." });
  for (const lexeme of ["'pump':1A", "'seal':3B", "'manual.pdf':4C", "'monday':6"]) expect(found[0]?.tsv).toContain(lexeme);
  expect(found[1]?.tsv).toContain("'pump':1B");
  expect(found[3]?.tsv).toMatch(/'zak':2A/);
  expect(await words()).toEqual(expect.arrayContaining(["grease", "irena", "monday", "pumps", "coolant"]));
});

test("indexing again changes nothing, and what is deleted, hidden, merged or closed leaves", async () => {
  const community = await buildCommunity();
  const author = await buildPerson();
  const [kept, deleted, hidden, gone] = await Promise.all([
    buildDiscussion(community.id, author.id),
    buildDiscussion(community.id, author.id),
    buildDiscussion(community.id, author.id),
    buildDiscussion(community.id, author.id),
  ]);
  const ids = [kept, deleted, hidden, gone].map(({ id }) => id);
  await buildReply(hidden.id, author.id);
  const index = () => db.$transaction(async (tx) => { await indexThreads(tx, ids); await indexPeople(tx, [author.id]); });
  await index();
  await index();
  expect(await rows()).toHaveLength(6);

  const now = new Date();
  await db.discussion.update({ where: { id: deleted.id }, data: { deletedAt: now } });
  await db.discussion.update({ where: { id: hidden.id }, data: { hiddenAt: now } });
  await db.discussion.update({ where: { id: gone.id }, data: { mergedIntoId: kept.id } });
  await db.user.update({ where: { id: author.id }, data: { closedAt: now } });
  await index();
  expect((await rows()).map(({ id }) => id)).toEqual([kept.id]);
  await db.$transaction((tx) => unindex(tx, [kept.id]));
  expect(await rows()).toEqual([]);
});
