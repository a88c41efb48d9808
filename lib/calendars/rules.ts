/** What may stand in a calendar: one name for each kind of day that a module knows of. */
export type Occasion = "needed-by" | "closing" | "away";

/** A day, or a row of days, that concerns someone. `id` is the record's own. */
export type Dated = {
  occasion: Occasion;
  id: string;
  /** The record's title; null where the occasion says all. */
  title: string | null;
  on: Date;
  /** Last day, included. */
  until: Date;
  changedAt: Date;
  path: string;
};

const DAY = 86_400_000;
/** Days that are over stay this long, so that a calendar does not forget last week at once. */
const KEPT_DAYS = 30;
/** Events of one calendar. */
export const MOST = 500;

/** The first day that a calendar still shows. */
export const since = (today: Date) => new Date(today.getTime() - KEPT_DAYS * DAY);

/** All that is known of, by day; each occasion of a record once. */
export const inOrder = (dates: readonly Dated[]) => {
  const once = new Map(dates.map((date) => [`${date.occasion}-${date.id}`, date]));
  return [...once.values()].sort((a, b) => a.on.getTime() - b.on.getTime() || (a.id < b.id ? -1 : 1)).slice(0, MOST);
};

/** Stays the same for good, whatever is changed of the record. */
export const uidOf = ({ occasion, id }: Pick<Dated, "occasion" | "id">, host: string) => `${occasion}-${id}@${host}`;

/** Whether it takes the person's time: only that someone is away does. */
export const isBusy = (occasion: Occasion) => occasion === "away";
