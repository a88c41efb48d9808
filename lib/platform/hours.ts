import { Temporal } from "temporal-polyfill";

const at = (moment: Date, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
const out = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
const onTheHour = (day: Temporal.PlainDate, hour: number, timeZone: string) => day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });

/** The first moment after `moment` at which a clock there shows that full hour (0 to 23); on that weekday (1 is Monday), where one is named. */
export const nextHour = (moment: Date, hour: number, timeZone: string, weekday?: number): Date => {
  const here = at(moment, timeZone);
  for (let day = here.toPlainDate(); ; day = day.add({ days: 1 })) {
    const then = onTheHour(day, hour, timeZone);
    if (Temporal.ZonedDateTime.compare(then, here) > 0 && (weekday === undefined || day.dayOfWeek === weekday)) return out(then);
  }
};

/** The moment itself, or the end of the quiet hours that it falls into: `from` and `to` are full hours, over midnight where `from` is the later; the same twice is none. */
export const afterQuiet = (moment: Date, { from, to, timeZone }: { from: number; to: number; timeZone: string }): Date => {
  const { hour } = at(moment, timeZone);
  const quiet = from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to);
  return quiet ? nextHour(moment, to, timeZone) : moment;
};
