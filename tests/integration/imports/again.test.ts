import { expect, test } from "vitest";
import { editReply } from "@/lib/discussions/replies/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildMembership, actorOf, buildReply } from "../../support/build";
import { checkCounters } from "../../support/counters";
import { answer, dump, question, runImport } from "../../support/import";

const posts = () => [question(1, { AcceptedAnswerId: 3 }), answer(2, 1), answer(3, 1), question(4)];
const again = { LastEditDate: "2021-01-01T00:00:00.000" };
const counts = async () => [await db.discussion.count(), await db.reply.count(), await db.user.count(), await db.tag.count(), await db.importedRecord.count(), await db.revision.count(), await db.mention.count()];

test("The same dump a second time creates nothing, changes nothing, and says so", async () => {
  await runImport(dump({ posts: posts() }), "--create");
  const before = [await counts(), await db.discussion.findMany({ orderBy: { id: "asc" } }), await db.reply.findMany({ orderBy: { id: "asc" } })];
  const { code, said } = await runImport(dump({ posts: posts() }), "--create");
  expect(code).toBe(0);
  expect(said.slice(0, 4)).toEqual([
    "2 questions, 2 answers, 1 accepted, 0 skipped", "Created: 0 questions, 0 answers, 0 accepted answers, 0 authors", "Updated: 0 questions, 0 answers", "Already there: 2 questions, 2 answers",
  ]);
  expect([await counts(), await db.discussion.findMany({ orderBy: { id: "asc" } }), await db.reply.findMany({ orderBy: { id: "asc" } })]).toEqual(before);
});

test("A newer dump brings newer texts, titles, tags and scores, and the old text stays in the history", async () => {
  await runImport(dump({ posts: posts() }), "--create");
  const newer = [question(1, { ...again, AcceptedAnswerId: 3, Title: "Why does every pump stop?", Tags: "<pumps><seals>" }), answer(2, 1, { Score: 9 }), answer(3, 1, { ...again, Body: "<p>Check the valve.</p>" }), question(4), answer(5, 4)];
  const { code, said } = await runImport(dump({ posts: newer }));
  expect(code).toBe(0);
  expect(said.slice(1, 4)).toEqual(["Created: 0 questions, 1 answer, 0 accepted answers, 0 authors", "Updated: 1 question, 2 answers", "Already there: 1 question, 0 answers"]);
  expect(await checkCounters()).toEqual({});
  const asked = await db.discussion.findFirstOrThrow({ where: { tags: { has: "seals" } }, include: { revisions: { orderBy: { at: "asc" } } } });
  expect(asked).toMatchObject({ title: "Why does every pump stop?", version: 2, editedAt: new Date("2021-01-01T00:00:00.000Z") });
  expect(asked.revisions.map(({ version, title, body, replyId, editorId }) => ({ version, title, body, reply: replyId !== null, editorId }))).toEqual(
    expect.arrayContaining([
      { version: 1, title: "Why does pump 1 stop?", body: asked.body, reply: false, editorId: null },
      { version: 1, title: null, body: "Check the seal *first*, and then the valve behind it.", reply: true, editorId: null },
    ]),
  );
  const scored = await db.reply.findFirstOrThrow({ where: { importedVotes: 9 } });
  expect(scored).toMatchObject({ version: 1, editedAt: null });
  expect(await db.tag.findMany({ where: { uses: { gt: 0 } }, orderBy: { name: "asc" }, select: { name: true, uses: true } })).toEqual([{ name: "cold", uses: 1 }, { name: "pumps", uses: 2 }, { name: "seals", uses: 1 }]);
  const found = await db.$queryRaw<unknown[]>`SELECT 1 FROM "SearchDocument" WHERE kind = 'DISCUSSION' AND tsv @@ websearch_to_tsquery('sw_en', 'every seals')`;
  expect(found).toHaveLength(1);
});

test("What people have changed or deleted in the portal since stays as they left it", async () => {
  await runImport(dump({ posts: posts() }), "--create");
  const { id: communityId } = await db.community.findFirstOrThrow();
  const leader = await buildActor();
  await buildMembership(leader.id, communityId, "LEADER");
  const reply = await db.reply.findFirstOrThrow({ where: { accepts: null } });
  expect(await editReply(await actorOf(leader.id), { id: reply.id, version: 1, body: "Corrected here: the gasket." })).toMatchObject({ ok: true });
  const gone = await db.discussion.findFirstOrThrow({ where: { replyCount: 0 } });
  await db.discussion.update({ where: { id: gone.id }, data: { deletedAt: new Date() } });

  const { code, said } = await runImport(dump({ posts: [question(1, { AcceptedAnswerId: 3 }), answer(2, 1, { ...again, Score: 5 }), answer(3, 1), question(4, again), answer(6, 4)] }));
  expect(code).toBe(0);
  expect(said).toContain("Left as they are: 1 deleted in the portal, 1 its question was deleted in the portal");
  expect(await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({ body: "Corrected here: the gasket.", importedVotes: 5, version: 2 });
  expect(await db.discussion.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({ deletedAt: expect.any(Date), replyCount: 0 });
  expect((await runImport(dump({ posts: [answer(2, 1, { ...again, Score: 5, Body: "<p>Otherwise.</p>" }), question(1, { AcceptedAnswerId: 3 })] }))).said).toContain("Left as they are: 1 edited in the portal since");
});

test("A changed acceptance is followed; one made in the portal stays while the source says what it said", async () => {
  await runImport(dump({ posts: posts() }), "--create");
  const [first, second] = await db.reply.findMany({ orderBy: { createdAt: "asc" } });
  const accepted = async () => (await db.discussion.findFirstOrThrow({ where: { replyCount: 2 } })).acceptedReplyId;
  expect(await accepted()).toBe(second?.id);
  await db.discussion.updateMany({ where: { replyCount: 2 }, data: { acceptedReplyId: first?.id ?? null } });
  await runImport(dump({ posts: posts() }));
  expect(await accepted()).toBe(first?.id);
  await runImport(dump({ posts: [question(1), answer(2, 1), answer(3, 1)] }));
  expect(await accepted()).toBe(first?.id);
  await runImport(dump({ posts: posts() }));
  expect(await accepted()).toBe(second?.id);
  await runImport(dump({ posts: [question(1), answer(2, 1), answer(3, 1)] }));
  expect(await accepted()).toBeNull();
  await runImport(dump({ posts: [question(1, { AcceptedAnswerId: 2 }), answer(2, 1), answer(3, 1)] }));
  expect(await accepted()).toBe(first?.id);
  expect(await checkCounters()).toEqual({});
});

test("A leader's word for a tag is used, and a reply of a person here is counted with the imported ones", async () => {
  await runImport(dump({ posts: [question(1)] }), "--create");
  const { id: communityId } = await db.community.findFirstOrThrow();
  const kept = await db.tag.findFirstOrThrow({ where: { name: "pumps" } });
  await db.tag.create({ data: { communityId, name: "wells", mergedIntoId: kept.id } });
  const { id } = await db.discussion.findFirstOrThrow();
  const person = await buildActor();
  await buildReply(id, person.id);
  await runImport(dump({ posts: [question(1), answer(2, 1), question(4, { Tags: "<wells><pumps>" })] }));
  expect(await checkCounters()).toEqual({});
  expect(await db.discussion.findUniqueOrThrow({ where: { id } })).toMatchObject({ replyCount: 2, lastReplierId: person.id });
  expect(await db.discussion.findFirstOrThrow({ where: { id: { not: id } } })).toMatchObject({ tags: ["pumps"] });
});

test("The same dump under another name is refused, and so is a community that is not there or archived", async () => {
  const folder = dump({ posts: posts() });
  await expect(runImport(folder)).rejects.toThrow("There is no community pumps");
  await runImport(folder, "--create");
  await expect(runImport(folder, "--source", "https://pumps.example.org")).rejects.toThrow("imported as pumps: run it again without --source");
  await db.community.updateMany({ data: { archivedAt: new Date() } });
  await expect(runImport(folder)).rejects.toThrow("archived");
  expect(await db.discussion.count()).toBe(2);
});
