import "server-only";
import type { Dated } from "@/lib/calendars/rules";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { dayIn } from "../positions/rules";
import { absencesSeenBy } from "./policy";
import { backOn, daysAllAway } from "./rules";

/** One's own absences that are not over on this day, the next one first. */
export const listMyAbsences = read(absencesSeenBy, (visible, tx, today: Date) =>
  tx.absence.findMany({ where: { AND: [visible, { endsOn: { gte: today } }] }, select: { id: true, startsOn: true, endsOn: true }, orderBy: { startsOn: "asc" }, take: 50 }),
);

/** For the portal's own work every absence counts; anybody else asks about their own. */
const absencesAskedBy = (actor: Actor) => (actor.kind === "system" ? {} : absencesSeenBy(actor));

/** The same as days of one's calendar, those included that ended since. */
export const listAbsenceDates = read(absencesSeenBy, async (visible, tx, from: Date): Promise<Dated[]> => {
  const absences = await tx.absence.findMany({ where: { AND: [visible, { endsOn: { gte: from } }] }, select: { id: true, startsOn: true, endsOn: true, createdAt: true }, orderBy: { startsOn: "asc" }, take: 50 });
  return absences.map(({ id, startsOn, endsOn, createdAt }) => ({ occasion: "away", id, title: null, on: startsOn, until: endsOn, changedAt: createdAt, path: "/settings/absences" }));
});

/** Hour (UTC) at which what waited for someone's return reaches them. */
const MORNING = 6;

/** When someone who is away now is back; null where they are here. For what is asked of them by mail. */
export const getReturn = read(
  absencesAskedBy,
  async (visible, tx, userId: string, now: Date) => {
    const absences = await tx.absence.findMany({ where: { AND: [visible, { userId, endsOn: { gte: new Date(now.getTime() - 2 * 86_400_000) } }] }, select: { startsOn: true, endsOn: true, user: { select: { timeZone: true } } }, take: 50 });
    const organisation = absences.length > 0 ? await tx.organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } }) : null;
    const day = backOn(absences, dayIn(now, absences[0]?.user.timeZone ?? organisation?.timeZone ?? "UTC"));
    return day && new Date(day.getTime() + MORNING * 3_600_000);
  },
);

/** The days from `from` ("2026-12-24") on, on which every one of these people is away. For what waits for any of them. */
export const listDaysAllAway = read(absencesAskedBy, async (visible, tx, userIds: string[], from: string) => {
  const since = new Date(`${from}T00:00:00Z`);
  const absences = await tx.absence.findMany({ where: { AND: [visible, { userId: { in: userIds }, endsOn: { gte: since } }] }, select: { userId: true, startsOn: true, endsOn: true } });
  return daysAllAway(userIds.map((id) => absences.filter(({ userId }) => userId === id)), since);
});
