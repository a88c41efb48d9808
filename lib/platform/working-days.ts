import { Temporal } from "temporal-polyfill";

/** A day of the calendar, "2026-12-24": no time, no zone. */
export type Day = string;
/** Days on which nobody works besides Saturdays and Sundays: holidays, or a person's absence. */
export type DaysOff = ReadonlySet<Day>;

const plain = (day: Day) => Temporal.PlainDate.from(day);
const next = (day: Temporal.PlainDate) => day.add({ days: 1 });
const works = (day: Temporal.PlainDate, off: DaysOff) => day.dayOfWeek < 6 && !off.has(day.toString());

/** The day that a moment falls on at a place. */
export const dayAt = (moment: Date, timeZone: string): Day => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The day as the database keeps days (midnight in UTC), and back. */
export const toStoredDay = (day: Day) => new Date(`${day}T00:00:00Z`);
export const fromStoredDay = (day: Date): Day => day.toISOString().slice(0, 10);

/** The day that many days later, or earlier. */
export const addDays = (day: Day, days: number): Day => plain(day).add({ days }).toString();

export const isWorkingDay = (day: Day, off: DaysOff) => works(plain(day), off);

/** The working day `count` working days after `day` (0 or more); 0 is the day itself, or the first working day after it. */
export const addWorkingDays = (day: Day, count: number, off: DaysOff): Day => {
  let at = plain(day);
  for (let left = count; left > 0 || !works(at, off); ) {
    at = next(at);
    if (left > 0 && works(at, off)) left -= 1;
  }
  return at.toString();
};

/** How many working days lie after `from` and up to `to`, that one included; negative where `to` comes first. */
export const workingDaysBetween = (from: Day, to: Day, off: DaysOff): number => {
  const end = plain(to);
  if (Temporal.PlainDate.compare(plain(from), end) > 0) return -workingDaysBetween(to, from, off);
  let count = 0;
  for (let at = next(plain(from)); Temporal.PlainDate.compare(at, end) <= 0; at = next(at)) if (works(at, off)) count += 1;
  return count;
};

/** The moment at which a clock at that place shows a full hour (0 to 23). An hour that is left out in spring comes an hour later; of one that comes twice in autumn, the first. */
export const atHour = (day: Day, hour: number, timeZone: string): Date =>
  new Date(plain(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds);

/** The first moment after `now` at which it is that hour of a working day there. */
export const nextWorkingHour = (now: Date, hour: number, timeZone: string, off: DaysOff): Date => {
  const today = dayAt(now, timeZone);
  const first = atHour(addWorkingDays(today, 0, off), hour, timeZone);
  return first > now ? first : atHour(addWorkingDays(today, 1, off), hour, timeZone);
};
