import { expect, test } from "vitest";
import { catchUp, markSeen } from "@/lib/discussions/readings/commands";
import { getShell } from "@/lib/discussions/readings/queries";
import { postReply } from "@/lib/discussions/replies/commands";
import { reportPost } from "@/lib/discussions/reports/commands";
import { listBundles } from "@/lib/notifications/bundles/queries";
import { forgetNotifications } from "@/lib/notifications/commands";
import { ListNotifications } from "@/lib/notifications/schema";
import { endAbsence } from "@/lib/people/absences/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildSystem } from "@/tests/support/build";
import { carryAll, told } from "./told";

const bundles = async ({ id }: Actor, said: object = {}) => listBundles(await actorOf(id), ListNotifications.parse(said));
const unread = async ({ id }: Actor) => (await getShell(await actorOf(id))).notifications;
const say = async (actor: Actor, discussionId: string) => {
  const done = await postReply(actor, { discussionId, body: "So it is." });
  return done.ok ? db.reply.findUniqueOrThrow({ where: { id: done.value.id } }) : Promise.reject(new Error(done.why));
};

/** Two questions of one asker, and two who answer. */
const world = async () => {
  const community = await buildCommunity();
  const [asker, anna, bo] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id], person: { name: "Anna" } }), await buildActor({ memberOf: [community.id], person: { name: "Bo" } })];
  return { community, asker, anna, bo, one: await buildDiscussion(community.id, asker.id), two: await buildDiscussion(community.id, asker.id) };
};

test("a conversation is one bundle, the one with the newest first, and says who wrote", async () => {
  const { asker, anna, bo, one, two } = await world();
  for (const [who, where] of [[anna, one], [anna, two], [bo, one]] as const) await say(who, where.id);
  await carryAll();
  const { items } = await bundles(asker);
  expect(items.map(({ id, groups }) => [id, groups.map(({ kind, actors }) => [kind, ...actors.map((actor) => actor?.name)])])).toEqual([[one.id, [["reply-to-me", "Bo", "Anna"]]], [two.id, [["reply-to-me", "Anna"]]]]);
  expect(await unread(asker)).toBe(2);
});

test("pages of bundles neither repeat nor lose one", async () => {
  const { asker, anna, community } = await world();
  const all = [];
  for (let n = 0; n < 5; n++) all.push((await buildDiscussion(community.id, asker.id)).id);
  for (const id of all) await say(anna, id);
  await say(anna, all[2] ?? "");
  await carryAll();
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: Awaited<ReturnType<typeof bundles>> = await bundles(asker, { limit: 2, ...(after && { after }) });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual([all[2], all[4], all[3], all[1], all[0]]);
});

test("reading a discussion marks what was told of it so far, and nothing of what came later or elsewhere", async () => {
  const { asker, anna, one, two } = await world();
  const first = await say(anna, one.id);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await say(anna, one.id);
  await say(anna, two.id);
  await carryAll();
  await markSeen(asker, { discussionId: one.id, seenAt: first.createdAt.toISOString() });
  expect([await unread(asker), (await bundles(asker, { show: "unread" })).items.map(({ id, groups }) => [id, groups.length])]).toEqual([2, [[two.id, 1], [one.id, 1]]]);
  expect(await db.notification.count({ where: { userId: asker.id, readAt: null } })).toBe(2);
  await markSeen(asker, { discussionId: one.id, seenAt: new Date().toISOString() });
  expect([await unread(asker), (await bundles(asker, { show: "unread" })).items.map(({ id }) => id)]).toEqual([1, [two.id]]);
});

test("catching up marks what was told, here and nowhere else, and leaves what is asked", async () => {
  const { asker, anna, bo, one, community } = await world();
  const elsewhere = await buildCommunity();
  const other = await buildDiscussion(elsewhere.id, asker.id);
  await db.membership.create({ data: { userId: anna.id, communityId: elsewhere.id } });
  await db.membership.updateMany({ where: { userId: asker.id }, data: { role: "LEADER" } });
  await say(anna, one.id);
  await say(await actorOf(anna.id), other.id);
  await reportPost(bo, { discussionId: one.id, reason: "Off." });
  await carryAll();
  expect(await catchUp(await actorOf(asker.id), { slug: community.slug })).toMatchObject({ ok: true });
  const left = await db.notification.findMany({ where: { userId: asker.id, readAt: null }, select: { kind: true, discussionId: true }, orderBy: { kind: "asc" } });
  expect(left).toEqual([{ kind: "reply-to-me", discussionId: other.id }, { kind: "report", discussionId: one.id }]);
});

test("what was read three months ago goes; what was not, and what was read since, stays", async () => {
  const { asker, anna, one } = await world();
  for (let n = 0; n < 3; n++) await say(anna, one.id);
  await carryAll();
  const rows = await db.notification.findMany({ where: { userId: asker.id }, orderBy: { id: "asc" } });
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  await db.notification.update({ where: { id: rows[0]?.id ?? "" }, data: { readAt: days(91) } });
  await db.notification.update({ where: { id: rows[1]?.id ?? "" }, data: { readAt: days(89) } });
  expect(await forgetNotifications(asker, { now: new Date() })).toMatchObject({ ok: false, why: "forbidden" });
  await forgetNotifications(buildSystem(), { now: new Date() });
  expect((await db.notification.findMany({ where: { userId: asker.id }, orderBy: { id: "asc" } })).map(({ id }) => id)).toEqual([rows[1]?.id, rows[2]?.id]);
});

test("who is back earlier than thought finds what waited for them", async () => {
  const { asker, anna, community } = await world();
  await db.membership.updateMany({ where: { userId: asker.id }, data: { role: "LEADER" } });
  const day = (ahead: number) => new Date(new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));
  const absence = await db.absence.create({ data: { userId: asker.id, startsOn: day(-1), endsOn: day(5) } });
  await reportPost(anna, { discussionId: (await buildDiscussion(community.id, null)).id, reason: "Off." });
  await carryAll();
  expect(await told(asker)).toEqual([]);
  await endAbsence(asker, { id: absence.id });
  await carryAll();
  expect(await told(asker)).toEqual(["report leads"]);
});
