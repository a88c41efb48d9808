import { expect, test } from "vitest";
import { claimAuthor } from "@/lib/people/authors/commands";
import { listAuthors } from "@/lib/people/authors/queries";
import { ListAuthors } from "@/lib/people/authors/schema";
import { closeAccount } from "@/lib/people/departures/commands";
import { getPerson, listPersonPosts } from "@/lib/people/queries";
import { db } from "@/lib/platform/db";
import { useAuthors } from "@/lib/discussions/imports/authors/commands";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply, buildSystem } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildImported, everything, fields, heard } from "./cast";

/** An imported author with everything that such a one can have written, accepted or been named in. */
const world = async () => {
  const author = await buildImported();
  const person = await buildPerson({ name: "Ada Real" });
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const community = await buildCommunity();
  const other = await buildPerson();
  const topic = await buildDiscussion(community.id, author.id, { lastReplierName: "Ada of old" });
  const answer = await buildReply(topic.id, other.id);
  const reply = await buildReply(topic.id, author.id);
  await db.discussion.update({ where: { id: topic.id }, data: { acceptedReplyId: answer.id, acceptedById: author.id, acceptedAt: new Date() } });
  await db.revision.create({ data: { discussionId: topic.id, version: 1, body: "Old.", language: "en", editorId: author.id } });
  await db.mention.create({ data: { userId: author.id, discussionId: topic.id, replyId: answer.id } });
  await db.mention.create({ data: { userId: author.id, discussionId: topic.id } });
  await db.mention.create({ data: { userId: person.id, discussionId: topic.id } });
  return { author, person, administrator, community, other, topic, answer, reply };
};

test("what an imported author wrote, accepted and was named in becomes the person's, and the author is gone", async () => {
  const { author, person, administrator, topic, answer, reply, other } = await world();
  expect(heard(await claimAuthor(administrator, { id: author.id, person: `@${person.handle}` }))).toBe("ok");
  expect(await db.discussion.findUnique({ where: { id: topic.id } })).toMatchObject({ authorId: person.id, acceptedById: person.id, lastReplierId: person.id, lastReplierName: null });
  expect(await db.reply.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([{ id: answer.id, authorId: other.id }, { id: reply.id, authorId: person.id }]);
  expect(await db.revision.findMany()).toMatchObject([{ editorId: person.id }]);
  const named = await db.mention.findMany({ where: { userId: person.id }, select: { replyId: true } });
  expect(named.map(({ replyId }) => replyId).sort()).toEqual([answer.id, null].sort());
  expect([await db.user.findUnique({ where: { id: author.id } }), await db.importedAuthor.count(), await db.mention.count()]).toEqual([null, 0, 2]);
  expect(await getPerson(administrator, author.handle)).toBeNull();
  expect(await listPersonPosts(administrator, person.id, 10)).toHaveLength(2);
  expect(await db.event.findMany()).toMatchObject([{ name: "person.claimed", subjectId: person.id, actorId: administrator.id, payload: { author: author.id } }]);
});

test("what is imported later from the same author is the person's, too, and makes no author again", async () => {
  const { author, person, administrator } = await world();
  const { sourceId } = await db.importedAuthor.findUniqueOrThrow({ where: { userId: author.id } });
  await claimAuthor(administrator, { id: author.id, person: person.email });
  const post = { author: { sourceId, name: "Ada of old" } } as never;
  const { people, created } = await db.$transaction((tx) => useAuthors(tx, "old-forum", [post]));
  expect([people.get(sourceId), created]).toEqual([person.id, 0]);
  expect(await db.user.findUnique({ where: { id: person.id } })).toMatchObject({ name: "Ada Real" });
});

test("nobody claims for one who is closed, unknown, or imported", async () => {
  const { author, person, administrator } = await world();
  const second = await buildImported("Bo of old");
  await closeAccount(buildSystem(), { id: person.id });
  const before = await everything();
  for (const said of [person.handle, person.email, "nobody-here", second.handle]) expect(fields(await claimAuthor(administrator, { id: author.id, person: said }))).toEqual({ person: ["person-unknown"] });
  expect(fields(await claimAuthor(administrator, { id: author.id, person: " " }))).toEqual({ person: ["required"] });
  expect(await everything()).toBe(before);
});

test("of two who claim one author at once, one does", async () => {
  const { author, person, other, administrator } = await world();
  const both = await race<{ ok: boolean; why?: string }>({ table: "User", id: author.id }, [person, other].map(({ handle }) => () => claimAuthor(administrator, { id: author.id, person: handle })));
  expect(both.map(heard).sort()).toEqual(["not-found", "ok"]);
  expect(await db.event.count()).toBe(1);
});

test("a person can be the one behind several authors", async () => {
  const { author, person, administrator } = await world();
  const second = await buildImported("A. of old");
  await claimAuthor(administrator, { id: author.id, person: person.handle });
  expect(heard(await claimAuthor(administrator, { id: second.id, person: person.handle }))).toBe("ok");
  expect(await db.importedRecord.count({ where: { kind: "author", recordId: person.id } })).toBe(2);
});

test("imported authors are listed by name for administrators alone, and found whatever the accents", async () => {
  const { administrator, author } = await world();
  await buildImported("Zoë of old");
  const all = ListAuthors.parse({});
  expect((await listAuthors(administrator, all)).items.map(({ name }) => name)).toEqual(["Ada of old", "Zoë of old"]);
  expect((await listAuthors(administrator, { ...all, q: "zoe" })).items).toMatchObject([{ name: "Zoë of old", source: "old-forum" }]);
  expect((await listAuthors(administrator, { ...all, q: "100%" })).items).toEqual([]);
  const first = await listAuthors(administrator, { ...all, limit: 1 });
  expect(first.items.map(({ id }) => id)).toEqual([author.id]);
  expect((await listAuthors(administrator, { ...all, limit: 1, after: first.next ?? "" })).items.map(({ name }) => name)).toEqual(["Zoë of old"]);
  for (const role of ["HR_ADMIN", null] as const) expect((await listAuthors(await buildActor({ roles: role ? [role] : [] }), all)).items).toEqual([]);
});
