import { expect, test } from "vitest";
import { getCommunityCalendar, getMyCalendar } from "@/lib/calendars/queries";
import type { Me } from "@/lib/platform/actor";
import { actorById } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildPerson } from "@/tests/support/build";
import { buildWorld, roles } from "@/tests/support/worlds";

const now = new Date("2026-11-28T10:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const me = async ({ id }: { id: string }) => (await actorById(id)) as Me;
const told = (calendar: Awaited<ReturnType<typeof getMyCalendar>> | null) => calendar?.events.map(({ title, on, until }) => [title, on.toISOString().slice(0, 10), until.toISOString().slice(0, 10)]);

test.each(["OPEN", "REQUEST", "PRIVATE"] as const)("the calendar of a community that is %s is there for who reads inside", async (entry) => {
  const { community, actors } = await buildWorld({ entry });
  for (const role of roles) {
    const actor = { ...actors[role], timeZone: "Europe/Stockholm" } as Me;
    const inside = role !== "visitor" && (entry === "OPEN" || ["member", "author", "leader", "system"].includes(role));
    expect([role, (await getCommunityCalendar(actor, community.slug, now)) !== null]).toEqual([role, inside]);
  }
});

const help = (place: string, author: string, title: string, neededBy: string, more = {}) => buildDiscussion(place, author, { kind: "HELP_REQUEST", title, neededBy: day(neededBy), ...more });

test("mine holds my absences, and the days of the communities I belong to", async () => {
  const [mine, elsewhere, over] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity(), await buildCommunity({ archivedAt: now })];
  const author = (await buildPerson()).id;
  const { id } = await buildActor({ memberOf: [mine.id, over.id] });
  await db.absence.createMany({ data: [{ userId: id, startsOn: day("2026-12-24"), endsOn: day("2026-12-26") }, { userId: author, startsOn: day("2026-12-01"), endsOn: day("2026-12-02") }, { userId: id, startsOn: day("2026-01-01"), endsOn: day("2026-01-02") }] });
  await help(mine.id, author, "Carry shelves", "2026-12-01");
  await help(mine.id, author, "Long ago", "2026-06-01");
  await help(mine.id, author, "Done", "2026-12-01", { closedAt: now });
  await help(mine.id, author, "Gone", "2026-12-01", { deletedAt: now });
  await help(mine.id, author, "Hidden", "2026-12-01", { hiddenAt: now });
  await help(elsewhere.id, author, "Elsewhere", "2026-12-01");
  await help(over.id, author, "Archived", "2026-12-01");
  await buildDiscussion(mine.id, author, { kind: "HOT_TOPIC", title: "Queues", lastActivityAt: new Date("2026-11-27T23:30:00Z") });
  await buildDiscussion(mine.id, author, { kind: "HOT_TOPIC", title: "Over", closedAt: now });

  const reader = await me({ id });
  expect(told(await getMyCalendar(reader, now))).toEqual([
    ["Help needed: Carry shelves", "2026-12-01", "2026-12-01"],
    ["Closes if nothing more is said: Queues", "2026-12-04", "2026-12-04"],
    ["Away", "2026-12-24", "2026-12-26"],
  ]);
  expect(told(await getCommunityCalendar(reader, mine.slug, now))?.map(([title]) => title)).toEqual(["Help needed: Carry shelves", "Closes if nothing more is said: Queues"]);

  await db.membership.deleteMany({ where: { userId: id } });
  const outside = await me({ id });
  expect(told(await getMyCalendar(outside, now))?.map(([title]) => title)).toEqual(["Away"]);
  expect(await getCommunityCalendar(outside, mine.slug, now)).toBeNull();
});

test("a day keeps its uid when the record changes, and says when it did; the words are the reader's", async () => {
  const place = await buildCommunity();
  const { id } = await buildActor({ memberOf: [place.id], person: { locale: "ru" } });
  const topic = await help(place.id, id, "Полки", "2026-12-01", { createdAt: day("2026-11-01") });
  const [before] = (await getMyCalendar(await me({ id }), now)).events;
  await db.discussion.update({ where: { id: topic.id }, data: { neededBy: day("2026-12-03"), editedAt: day("2026-11-20") } });
  const [after] = (await getMyCalendar(await me({ id }), now)).events;
  expect(before).toMatchObject({ uid: `needed-by-${topic.id}@localhost`, title: "Нужна помощь: Полки", changedAt: day("2026-11-01") });
  expect(after).toMatchObject({ uid: before?.uid, on: day("2026-12-03"), changedAt: day("2026-11-20") });
});

test("a hot topic closes on the day that the organisation's clock shows", async () => {
  await db.organisation.create({ data: { id: 1, name: "Library", timeZone: "Asia/Tokyo" } });
  const place = await buildCommunity();
  const { id } = await buildActor({ memberOf: [place.id] });
  await buildDiscussion(place.id, id, { kind: "HOT_TOPIC", title: "Queues", lastActivityAt: new Date("2026-11-27T23:30:00Z") });
  expect(told(await getMyCalendar(await me({ id }), now))).toEqual([["Closes if nothing more is said: Queues", "2026-12-05", "2026-12-05"]]);
});
