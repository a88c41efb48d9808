import type { StaffCategory } from "@/lib/generated/prisma/enums";

export type Place = { unitId: string | null; title: string; category: StaffCategory };
export type Present = Place & { id: string; startsOn: Date };
type Next = Place & { startsOn?: Date | undefined };

const DAY = 24 * 3600 * 1000;
export const dayBefore = (day: Date) => new Date(day.getTime() - DAY);
const later = (a: Date, b: Date) => (a > b ? a : b);

/** The day as the database keeps days: midnight in UTC, of the calendar at that place. */
export const dayIn = (at: Date, timeZone: string) => new Date(`${new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at)}T00:00:00Z`);

/**
 * What a new unit, position or category does to the history: the present row ends the day before, a new one begins on
 * `startsOn`, or today where that is missing or not after the last row's beginning (an import repeats the old day). `last`: when the
 * last row began, of someone who stands nowhere now.
 * Nothing changed, nothing happens; someone without a unit stands nowhere. A row covers at least its first day; one that would
 * have begun later never was (`drop`).
 */
export const move = (present: Present | null, { startsOn: wished, ...next }: Next, today: Date, last?: Date) => {
  if (present && present.unitId === next.unitId && present.title === next.title && present.category === next.category) return {};
  const since = present?.startsOn ?? last;
  const startsOn = wished && (!since || wished > since) ? wished : today;
  const never = present && present.startsOn > startsOn;
  const end = present && !never && { id: present.id, endsOn: later(present.startsOn, dayBefore(startsOn)) };
  const begin = next.unitId ? { unitId: next.unitId, title: next.title, category: next.category, startsOn } : null;
  return { ...(never && { drop: { id: present.id } }), ...(end && { end }), ...(begin && { begin }) };
};
