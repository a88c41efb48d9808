import { expect, test } from "vitest";
import type { Entry } from "@/lib/generated/prisma/enums";
import { postReply } from "@/lib/discussions/replies/commands";
import { markRead, markUnread } from "@/lib/notifications/commands";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { ListNotifications } from "@/lib/notifications/schema";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildPerson } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildWorld, roles } from "@/tests/support/worlds";
import { carryAll, rowsOf, told } from "./told";

const list = async (id: string, said: object = {}) => listNotifications(await actorOf(id), ListNotifications.parse(said));
const unread = async (id: string) => countUnread(await actorOf(id));

/** A question in somebody's community, answered `times`, and its asker told of it. */
const answered = async (times = 1, entry: Entry = "OPEN") => {
  const community = await buildCommunity({ entry });
  const [asker, helper] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] })];
  const question = await buildDiscussion(community.id, asker.id);
  for (let n = 0; n < times; n++) await postReply(helper, { discussionId: question.id, body: `Answer ${n}.` });
  await carryAll();
  return { community, asker, helper, question };
};

/** What takes a conversation out of somebody's sight, after they were told of it. */
const hidings: [string, (at: Awaited<ReturnType<typeof answered>>) => Promise<unknown>][] = [
  ["the community became private, and they are no member", async ({ community, asker }) => {
    await db.membership.deleteMany({ where: { userId: asker.id } });
    await db.community.update({ where: { id: community.id }, data: { entry: "PRIVATE" } });
  }],
  ["they left a private community", async ({ community, asker }) => {
    await db.community.update({ where: { id: community.id }, data: { entry: "PRIVATE" } });
    await db.membership.deleteMany({ where: { userId: asker.id } });
  }],
  ["the discussion was deleted", ({ question }) => db.discussion.update({ where: { id: question.id }, data: { deletedAt: new Date() } })],
  ["the discussion moved to a private community", async ({ question }) => db.discussion.update({ where: { id: question.id }, data: { communityId: (await buildCommunity({ entry: "PRIVATE" })).id } })],
  ["the reply was deleted", ({ question }) => db.reply.updateMany({ where: { discussionId: question.id }, data: { deletedAt: new Date() } })],
  ["the reply was hidden", ({ question }) => db.reply.updateMany({ where: { discussionId: question.id }, data: { hiddenAt: new Date() } })],
];

test.each(hidings)("when %s, it is gone from list and count", async (_name, hide) => {
  const at = await answered();
  expect([await told(at.asker), await unread(at.asker.id)]).toEqual([["reply-to-me started"], 1]);
  await hide(at);
  expect([await told(at.asker), await unread(at.asker.id)]).toEqual([[], 0]);
});

test.each(hidings)("when %s before the job runs, nobody hears of it", async (_name, hide) => {
  const community = await buildCommunity();
  const [asker, helper] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] })];
  const question = await buildDiscussion(community.id, asker.id);
  await postReply(helper, { discussionId: question.id, body: "Late." });
  await hide({ community, asker, helper, question });
  await carryAll();
  expect(await rowsOf(asker)).toBe(0);
});

test("an account that is closed, and an author who only wrote elsewhere, are told nothing", async () => {
  const community = await buildCommunity();
  const [gone, imported, helper] = [await buildPerson(), await buildPerson(), await buildActor({ memberOf: [community.id] })];
  const questions = [await buildDiscussion(community.id, gone.id), await buildDiscussion(community.id, imported.id)];
  await db.user.update({ where: { id: gone.id }, data: { closedAt: new Date() } });
  await db.importedAuthor.create({ data: { userId: imported.id, source: "se", sourceId: "7", displayName: "Seven" } });
  for (const { id } of questions) await postReply(helper, { discussionId: id, body: "Hm." });
  await carryAll();
  expect([await rowsOf(gone), await rowsOf(imported)]).toEqual([0, 0]);
});

test("a bundle counts once, however much is in it; marked, it is read, and unread again after an undo", async () => {
  const { asker, question } = await answered(3);
  expect([(await list(asker.id)).items.length, await unread(asker.id)]).toEqual([3, 1]);
  const first = (await list(asker.id)).items[2];
  await markRead(asker, { ids: [first?.id] });
  expect([(await list(asker.id, { show: "unread" })).items.length, await unread(asker.id)]).toEqual([2, 1]);
  const done = await markRead(asker, { thread: question.id });
  expect([(await list(asker.id, { show: "unread" })).items.length, await unread(asker.id)]).toEqual([0, 0]);
  expect(await markUnread(asker, { id: done.ok ? done.value.id : "" })).toMatchObject({ ok: true });
  expect([(await list(asker.id, { show: "unread" })).items.length, await unread(asker.id)]).toEqual([2, 1]);
  await markRead(asker, { all: true });
  expect(await unread(asker.id)).toBe(0);
});

test("what came after the reader looked, and what waits for their return, is not marked with the rest", async () => {
  const { asker } = await answered(2);
  const [newest, older] = (await list(asker.id)).items;
  await markRead(asker, { all: "true", before: older?.at.toISOString() });
  expect((await list(asker.id, { show: "unread" })).items.map(({ id }) => id)).toEqual([newest?.id]);
  await db.notification.updateMany({ where: { userId: asker.id }, data: { readAt: null, at: new Date(Date.now() + 86_400_000) } });
  await markRead(asker, { all: true, before: new Date(Date.now() + 7 * 86_400_000).toISOString() });
  expect(await db.notification.count({ where: { userId: asker.id, readAt: null } })).toBe(2);
});

test("nobody marks or sees what another was told; a visitor and the system have nothing to mark", async () => {
  const { actors, question } = await buildWorld();
  await postReply(actors.member, { discussionId: question.id, body: "So." });
  await carryAll();
  const { id } = await db.notification.findFirstOrThrow({ where: { userId: actors.author.id } });
  const said: Record<string, string> = {};
  for (const role of roles.filter((one) => one !== "author")) {
    const results = [await markRead(actors[role], { ids: [id] }), await markRead(actors[role], { thread: question.id }), await markRead(actors[role], { all: true }), await markUnread(actors[role], { id: new Date().toISOString() })];
    said[role] = [...new Set(results.map((one) => (one.ok ? "ok" : one.why)))].join();
    expect((await listNotifications(actors[role], ListNotifications.parse({}))).items).toEqual([]);
    expect(await countUnread(actors[role])).toBe(0);
  }
  expect(said).toEqual({ visitor: "forbidden", outsider: "ok", "HR admin": "ok", administrator: "ok", "leader elsewhere": "ok", member: "ok", leader: "ok", system: "forbidden" });
  expect((await db.notification.findUniqueOrThrow({ where: { id } })).readAt).toBeNull();
  expect(await db.event.count({ where: { name: { not: "reply.posted" } } })).toBe(0);
});

test.each([{}, { ids: [] }, { ids: ["x"] }, { thread: "x" }, { all: false }, { all: true, thread: "00000000-0000-0000-0000-000000000001" }, { user: "x", all: true }])("marking %j is refused", async (said) => {
  expect(await markRead(await buildActor(), said)).toMatchObject({ ok: false, why: "invalid" });
});

test("pages neither repeat nor lose a row while more comes in", async () => {
  const { asker, helper, question } = await answered(5);
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Awaited<ReturnType<typeof list>> = await list(asker.id, { limit: 2, ...(after && { after }) });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
    if (seen.length === 2) {
      await postReply(helper, { discussionId: question.id, body: "More." });
      await carryAll();
    }
  }
  expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
});

test("two servers that carry the same event make one row each", async () => {
  const community = await buildCommunity();
  const [asker, helper] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] })];
  const question = await buildDiscussion(community.id, asker.id);
  await postReply(helper, { discussionId: question.id, body: "Twice." });
  await race({ table: "User", id: asker.id }, [carryAll, carryAll]);
  expect(await rowsOf(asker)).toBe(1);
});
