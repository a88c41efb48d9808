import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { leaveCommunity } from "@/lib/communities/members/commands";
import { acceptRequest, requestMembership, withdrawRequest } from "@/lib/communities/requests/commands";
import { clockKinds as requests } from "@/lib/communities/requests/jobs";
import { editDiscussion, startDiscussion } from "@/lib/discussions/commands";
import { clockKinds as help } from "@/lib/discussions/jobs";
import { closeDiscussion } from "@/lib/discussions/moderation/commands";
import { listDaysAllAway } from "@/lib/people/absences/queries";
import { addHoliday } from "@/lib/people/holidays/commands";
import { type ClockKinds, fireClocks, setClock } from "@/lib/platform/clocks";
import { db } from "@/lib/platform/db";
import { addWorkingDays, atHour, dayAt } from "@/lib/platform/working-days";
import { actorOf, buildActor, buildCommunity, buildSystem } from "@/tests/support/build";
import { carryOut } from "@/tests/support/carry";

const zone = "Europe/Stockholm";
const none: ReadonlySet<string> = new Set();
const today = dayAt(new Date(), zone);
/** The moment of a clock that counts from today; a minute makes it late. */
const after = (count: number, off: ReadonlySet<string> = none, minutes = 0) => new Date(atHour(addWorkingDays(today, count, off), 9, zone).getTime() + minutes * 60_000);
const tick = (now: Date, kinds: ClockKinds = { ...requests, ...help }) => fireClocks(kinds, (ids, from) => listDaysAllAway(buildSystem(), ids, from), now);
const fired = () => db.event.findMany({ where: { OR: [{ name: { startsWith: "community.request-" } }, { name: "discussion.help-overdue" }] }, orderBy: { id: "asc" }, select: { id: true, name: true, communityId: true } });
const names = async () => (await fired()).map(({ name }) => name);
const stored = (day: string) => new Date(`${day}T00:00:00Z`);

let knocks = 0;
beforeEach(async () => {
  knocks = 0;
  await db.organisation.create({ data: { id: 1, name: "City library", timeZone: zone } });
});

/** A community by request with two leaders, and somebody who asks at its door. */
const knock = async () => {
  const at = knocks++ ? `${knocks}.example.org` : "example.org";
  const { id, slug } = await buildCommunity({ entry: "REQUEST", name: "Maps" });
  const leaders = [await buildActor({ leads: [id], person: { email: `lena@${at}` } }), await buildActor({ leads: [id], person: { email: `lars@${at}` } })] as const;
  const asker = await buildActor({ person: { name: "Asta", email: `asta@${at}`, locale: "sv" } });
  const asked = await requestMembership(asker, { slug, interest: "interested", message: "I draw maps." });
  return { id, slug, leaders, asker, request: asked.ok ? asked.value.id : "" };
};

test("a request that nobody answers reminds its leaders after three working days, and tells its asker after seven; each once", async () => {
  const { id } = await knock();
  await tick(after(3, none, -1));
  expect(await names()).toEqual([]);
  for (let minute = 0; minute < 3; minute++) await tick(after(3, none, minute));
  expect(await fired()).toMatchObject([{ name: "community.request-reminded", communityId: id }]);
  const mails = await carryOut(await fired());
  expect(mails.map(({ to }) => to).sort()).toEqual(["lars@example.org", "lena@example.org"]);
  expect(mails[0]?.text).toContain("Asta");
  await tick(after(7));
  await tick(after(8));
  const late = (await fired()).slice(1);
  expect(late).toMatchObject([{ name: "community.request-escalated" }]);
  const told = await carryOut(late);
  expect(told.map(({ to }) => to).sort()).toEqual(["asta@example.org", "lars@example.org", "lena@example.org"]);
  expect(told.find(({ to }) => to.startsWith("asta"))?.text).toMatch(/Content-Language: sv[\s\S]*väntar fortfarande/);
});

test("who was answered, or has withdrawn, is waited for no longer; leaders who have left hear nothing", async () => {
  const [answered, withdrawn, left] = [await knock(), await knock(), await knock()];
  await acceptRequest(answered.leaders[0], { id: answered.request });
  await withdrawRequest(withdrawn.asker, { slug: withdrawn.slug });
  expect(await db.clock.count({ where: { subjectId: { in: [answered.request, withdrawn.request] } } })).toBe(0);
  await leaveCommunity(left.leaders[0], { slug: left.slug });
  await tick(after(3));
  const events = await db.event.findMany({ where: { name: "community.request-reminded" }, select: { id: true, name: true, subjectId: true } });
  expect(events.map(({ subjectId }) => subjectId)).toEqual([left.request]);
  expect((await carryOut(events)).map(({ to }) => to)).toEqual(["lars@3.example.org"]);
});

test("a record that ended by another way takes its clocks with it when they would fire", async () => {
  const { request } = await knock();
  await db.membershipRequest.delete({ where: { id: request } });
  await tick(after(9));
  expect(await db.clock.count()).toBe(0);
  expect(await names()).toEqual([]);
});

test("a server that was away for weeks says what is late once, by the last step", async () => {
  await knock();
  await tick(after(20));
  expect(await names()).toEqual(["community.request-escalated"]);
});

test("a holiday that was entered later is no working day either", async () => {
  await knock();
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  const off = new Set([addWorkingDays(today, 2, none)]);
  expect(await addHoliday(hr, { day: [...off][0], name: "Founders' day" })).toMatchObject({ ok: true });
  await tick(after(3));
  expect(await names()).toEqual([]);
  await tick(after(3, off));
  expect(await names()).toEqual(["community.request-reminded"]);
});

test("days on which everyone it waits for is away do not count; one who is there is enough", async () => {
  const { leaders } = await knock();
  const away = { startsOn: stored(today), endsOn: stored(addWorkingDays(today, 4, none)) };
  await db.absence.create({ data: { userId: leaders[0].id, ...away } });
  const both = await knock();
  await db.absence.createMany({ data: both.leaders.map(({ id: userId }) => ({ userId, ...away })) });
  await tick(after(3));
  expect(await db.event.findMany({ where: { name: "community.request-reminded", subjectId: both.request } })).toEqual([]);
  expect(await names()).toHaveLength(1);
  await tick(after(7)); // three working days after the fourth; the other request has come to its escalation
  expect(await db.event.findMany({ where: { subjectId: both.request, name: { startsWith: "community.request-" } }, select: { name: true } })).toEqual([{ name: "community.request-reminded" }]);
});

test("many servers at the same time fire each clock once", async () => {
  for (let count = 0; count < 5; count++) await knock();
  await Promise.all(Array.from({ length: 4 }, () => tick(after(3))));
  expect(await names()).toHaveLength(5);
  await Promise.all(Array.from({ length: 4 }, () => tick(after(7))));
  expect(await names()).toHaveLength(10);
});

test("what another server holds is passed over, and nobody waits for it", async () => {
  const [held, free] = [await knock(), await knock()];
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`SELECT FROM "Clock" WHERE "subjectId" = $1 AND step = 'reminder' FOR UPDATE`, [held.request]);
    const begun = Date.now();
    await tick(after(7));
    expect(Date.now() - begun).toBeLessThan(4000); // a lock is waited for five seconds
    expect(await db.event.findMany({ where: { name: { startsWith: "community.request-" } }, select: { subjectId: true } })).toEqual([{ subjectId: free.request }]);
    await client.query("ROLLBACK");
  } finally {
    await client.end();
  }
  await tick(after(7));
  expect(await names()).toEqual(["community.request-escalated", "community.request-escalated"]);
});

test("one that fails keeps neither the others from their time nor itself from another try", async () => {
  const [bad, good] = [await knock(), await knock()];
  let broken = true;
  const kinds: ClockKinds = Object.fromEntries(
    Object.entries(requests).map(([name, kind]) => [name, { ...kind, waits: async (tx, id) => {
      if (broken && id === bad.request) throw new Error("not today");
      return kind.waits(tx, id);
    } }]),
  );
  await tick(after(3), kinds);
  expect(await db.event.findMany({ where: { name: "community.request-reminded" }, select: { subjectId: true } })).toEqual([{ subjectId: good.request }]);
  broken = false;
  await tick(after(3, none, 1), kinds);
  expect(await names()).toHaveLength(2);
});

test("a clock of a change that is rolled back was never set", async () => {
  const subjectId = "0190a1b2-0000-7000-8000-000000000001";
  await db.$transaction(async (tx) => {
    await setClock(tx, { kind: "help-request", subjectId, step: "due", workingDays: 0 });
    throw new Error("think again");
  }).catch(() => undefined);
  expect(await db.clock.count()).toBe(0);
});

test("the working day after help was needed, its asker is asked what came of it; another day sets the clock anew, closing stops it", async () => {
  const { id: place, slug } = await buildCommunity();
  const asker = await buildActor({ memberOf: [place], person: { email: "asta@example.org" } });
  const needed = addWorkingDays(today, 2, none);
  const begin = async () => {
    const begun = await startDiscussion(asker, { community: slug, kind: "help-request", title: "A second reader", body: "For the atlas.", neededBy: needed, tags: [] });
    return begun.ok ? begun.value.id : "";
  };
  const [open, closed] = [await begin(), await begin()];
  await closeDiscussion(await actorOf((await buildActor({ leads: [place] })).id), { id: closed });
  await tick(after(3, none, -1));
  expect(await names()).toEqual([]);
  await tick(after(3));
  expect(await names()).toEqual(["discussion.help-overdue"]);
  expect((await carryOut(await fired())).map(({ to, text }) => [to, text.includes(`/communities/${slug}/discussions/${open}`)])).toEqual([["asta@example.org", true]]);
  await editDiscussion(asker, { id: open, version: 1, neededBy: addWorkingDays(today, 5, none) });
  await tick(after(6, none, -1));
  expect(await names()).toHaveLength(1);
  await tick(after(6));
  expect(await names()).toHaveLength(2);
});
