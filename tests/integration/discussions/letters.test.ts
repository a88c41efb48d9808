import { expect, test } from "vitest";
import { closeQuietTopics } from "@/lib/discussions/jobs";
import { closeDiscussion } from "@/lib/discussions/moderation/commands";
import { proposeMove, withdrawMove } from "@/lib/discussions/moves/commands";
import { reportPost } from "@/lib/discussions/reports/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";
import { carryLatest, carryOut } from "@/tests/support/carry";

/** What was written about an event, the latest one unless said, one mail after the other. */
const carry = async (event?: { id: string; name: string }, at?: Date) => (await (event ? carryOut([event], at) : carryLatest(at))).map(({ text }) => text).sort();
const someone = (name: string, more: object = {}) => ({ person: { name, email: `${name.toLowerCase()}@example.org`, ...more } });
const now = new Date("2026-03-10T12:00:00Z");
const quiet = { kind: "HOT_TOPIC", title: "Self-service", lastActivityAt: new Date("2026-03-01") } as const;

test("a topic that closed itself asks its starter for a summary, once, in their language", async () => {
  const community = await buildCommunity();
  const starter = await buildActor({ memberOf: [community.id], ...someone("Sofia", { locale: "es" }) });
  const { id } = await buildDiscussion(community.id, starter.id, quiet);
  await closeQuietTopics(now);
  const mails = await carry();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("To: sofia@example.org");
  expect(mails[0]).toContain("Content-Language: es");
  expect(mails[0]).toContain(`/communities/${community.slug}/discussions/${id}/summary`);
});

test("nobody is asked who has left the community, has written the summary, or whose topic a leader closed", async () => {
  const community = await buildCommunity();
  const [gone, leader] = [await buildActor(someone("Gone")), await buildActor({ leads: [community.id] })];
  await buildDiscussion(community.id, gone.id, quiet);
  await closeQuietTopics(now);
  expect(await carry()).toEqual([]);
  const member = await buildActor({ memberOf: [community.id], ...someone("Member") });
  const done = await buildDiscussion(community.id, member.id, quiet);
  await closeQuietTopics(now);
  await db.discussion.update({ where: { id: done.id }, data: { summary: "So.", summaryHtml: "<p>So.</p>" } });
  expect(await carry()).toEqual([]);
  await closeDiscussion(leader, { id: (await buildDiscussion(community.id, member.id, quiet)).id });
  expect(await carry()).toEqual([]);
});

test("every author who has not answered is asked whether a discussion may leave; nobody after it is withdrawn", async () => {
  const [from, to] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity({ name: "Elsewhere" })];
  const leader = await buildActor({ memberOf: [to.id], leads: [from.id], ...someone("Lars") });
  const [anna, bo] = [await buildActor({ memberOf: [from.id], ...someone("Anna") }), await buildActor({ memberOf: [from.id], ...someone("Bo", { locale: "sv" }) })];
  await buildActor({ memberOf: [from.id], ...someone("Reader") });
  const { id } = await buildDiscussion(from.id, leader.id, { body: "Between us." });
  for (const author of [anna, bo]) await buildReply(id, author.id);
  expect(await proposeMove(leader, { id, to: to.slug })).toMatchObject({ ok: true });
  const mails = await carry();
  expect(mails.map((mail) => /To: (\S+)/.exec(mail)?.[1]).sort()).toEqual(["anna@example.org", "bo@example.org"]);
  for (const mail of mails) {
    expect(mail).toContain(`/communities/${from.slug}/discussions/${id}/move`);
    expect(mail).not.toContain("Between us.");
  }
  const again = await proposeMove(leader, { id, to: to.slug });
  const event = await db.event.findFirstOrThrow({ orderBy: [{ at: "desc" }, { id: "desc" }] });
  expect(await withdrawMove(leader, { id: again.ok ? again.value.moveId : "" })).toMatchObject({ ok: true });
  expect(await carry(event)).toEqual([]);
});

test("the leaders hear that a report waits, and nobody else; of the report itself the mail says nothing", async () => {
  const community = await buildCommunity({ entry: "PRIVATE" });
  const leaders = [await buildActor({ leads: [community.id], ...someone("Lars") }), await buildActor({ leads: [community.id], ...someone("Lena") })];
  const member = await buildActor({ memberOf: [community.id], ...someone("Member") });
  await buildActor({ roles: ["ADMINISTRATOR"], ...someone("Admin") });
  const { id: discussionId } = await buildDiscussion(community.id, leaders[0]?.id ?? null);
  await reportPost(member, { discussionId, reason: "It names my patron." });
  const mails = await carry();
  expect(mails.map((mail) => /To: (\S+)/.exec(mail)?.[1]).sort()).toEqual(["lars@example.org", "lena@example.org"]);
  for (const mail of mails) {
    expect(mail).toContain(`/communities/${community.slug}/reports`);
    expect(mail).not.toContain("It names my patron.");
  }
});

const day = (at: Date) => new Date(at.toISOString().slice(0, 10));
const inDays = (count: number) => new Date(Date.now() + count * 86_400_000);

test("what is asked of someone who is away waits until they are back, and is asked once; what is no longer asked by then is not", async () => {
  const community = await buildCommunity();
  const [away, here] = [await buildActor({ leads: [community.id], ...someone("Away") }), await buildActor({ leads: [community.id], ...someone("Here") })];
  const member = await buildActor({ memberOf: [community.id] });
  await db.absence.createMany({ data: [{ userId: away.id, startsOn: day(inDays(-2)), endsOn: day(inDays(3)) }, { userId: away.id, startsOn: day(inDays(4)), endsOn: day(inDays(9)) }] });
  const { id: discussionId } = await buildDiscussion(community.id, here.id);
  const report = await reportPost(member, { discussionId, reason: "Twice." });
  expect((await carry()).map((mail) => /To: (\S+)/.exec(mail)?.[1])).toEqual(["here@example.org"]);
  expect(await carry(undefined, inDays(5))).toHaveLength(1);
  await db.absence.deleteMany();
  await db.notification.updateMany({ where: { userId: away.id }, data: { at: new Date() } }); // the day has come
  await db.posting.updateMany({ where: { userId: away.id }, data: { dueAt: new Date() } });
  expect((await carry()).map((mail) => /To: (\S+)/.exec(mail)?.[1]).sort()).toEqual(["away@example.org", "here@example.org"]);
  await db.user.update({ where: { id: away.id }, data: { email: "later@example.org" } });
  await db.report.update({ where: { id: report.ok ? report.value.id : "" }, data: { resolvedAt: new Date() } });
  expect(await carry()).toHaveLength(2);
});
