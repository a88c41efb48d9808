import type { StaffCategory } from "@/lib/generated/prisma/enums";

export type Place = { unitId: string | null; title: string; category: StaffCategory };
export type Present = Place & { id: string; startsOn: Date };
type Next = Place & { startsOn?: Date | undefined };

const DAY = 24 * 3600 * 1000;
const later = (a: Date, b: Date) => (a > b ? a : b);

/** The day as the database keeps days: midnight in UTC, of the calendar at that place. */
export const dayIn = (at: Date, timeZone: string) => new Date(`${new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at)}T00:00:00Z`);

/**
 * What a new unit, position or category does to the history: the present row ends the day before, a new one begins on
 * `startsOn`, or today where that is missing or not after the present row's beginning (an import repeats the old day).
 * Nothing changed, nothing happens; someone without a unit stands nowhere. A row covers at least its first day.
 */
export const move = (present: Present | null, { startsOn: wished, ...next }: Next, today: Date) => {
  if (present && present.unitId === next.unitId && present.title === next.title && present.category === next.category) return {};
  const startsOn = wished && (!present || wished > present.startsOn) ? wished : present ? today : (wished ?? today);
  const end = present && { id: present.id, endsOn: later(present.startsOn, new Date(startsOn.getTime() - DAY)) };
  const begin = next.unitId ? { unitId: next.unitId, title: next.title, category: next.category, startsOn } : null;
  return { ...(end && { end }), ...(begin && { begin }) };
};
