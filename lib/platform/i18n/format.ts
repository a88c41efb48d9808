import { useLocale, useNow, useTimeZone } from "next-intl";
import { getLocale, getNow, getTimeZone } from "next-intl/server";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Making an Intl formatter costs far more than using it: each is made once for a locale and its options. */
const kept = <Options extends object, Formatter>(make: (locale: string, options: Options) => Formatter) => {
  const held = new Map<string, Formatter>();
  return (locale: string, options: Options) => {
    const key = locale + JSON.stringify(options);
    const made = held.get(key) ?? make(locale, options);
    held.set(key, made);
    return made;
  };
};

const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
const relatives = kept((locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options));
const lists = kept((locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

type Place = { locale: string; timeZone: string };

/** English as the portal writes it: the day before the month ("3 March 2025"), 24 hours. */
const edition = (locale: string) => (locale === "en" ? "en-GB" : locale);

/** The day in that time zone, as a count of days, so that two can be subtracted. */
const dayOf = (at: Date, timeZone: string) => {
  const parts = dates("en", { timeZone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / DAY;
};

/** "3 March", with the year when it is not this one. */
export const dayText = (at: Date, now: Date, { locale, timeZone }: Place) => {
  const year = (date: Date) => dates("en", { timeZone, year: "numeric" }).format(date);
  return dates(edition(locale), { timeZone, day: "numeric", month: "long", ...(year(at) !== year(now) && { year: "numeric" }) }).format(at);
};

/** "3 March 2025 at 14:05". */
export const momentText = (at: Date, { locale, timeZone }: Place) => dates(edition(locale), { timeZone, dateStyle: "long", timeStyle: "short" }).format(at);

/**
 * How long ago, or how far ahead: "now", "40 min ago", "3 hours ago", "yesterday", "12 days ago", "3 weeks ago";
 * after eight weeks the day. Days are those of the reader's calendar, from 24 hours on.
 */
export const agoText = (at: Date, now: Date, place: Place) => {
  const away = at.getTime() - now.getTime();
  const far = Math.abs(away);
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit, style: "long" | "short" = "long") =>
    relatives(edition(place.locale), { numeric: "auto", style }).format(value, unit);
  if (far < MINUTE) return say(0, "second");
  if (far < HOUR) return say(Math.trunc(away / MINUTE), "minute", "short");
  if (far < DAY) return say(Math.trunc(away / HOUR), "hour");
  const days = dayOf(at, place.timeZone) - dayOf(now, place.timeZone);
  if (Math.abs(days) < 14) return say(days, "day");
  if (Math.abs(days) < 56) return say(Math.trunc(days / 7), "week");
  return dayText(at, now, place);
};

const bound = (place: Place, now: Date) => ({
  locale: place.locale,
  ago: (at: Date) => agoText(at, now, place),
  day: (at: Date) => dayText(at, now, place),
  moment: (at: Date) => momentText(at, place),
  date: (at: Date, options: Intl.DateTimeFormatOptions) => dates(edition(place.locale), { timeZone: place.timeZone, ...options }).format(at),
  list: (items: string[], type: Intl.ListFormatType = "conjunction") => lists(edition(place.locale), { type }).format(items),
  number: (value: number, options: Intl.NumberFormatOptions = {}) => numbers(edition(place.locale), options).format(value),
});

/** Dates, lists and numbers as the reader writes them. In a page: `await getFormat()`; in a component: `useFormat()`. */
export type Format = ReturnType<typeof bound>;
export const getFormat = async (): Promise<Format> => {
  const [locale, timeZone, now] = await Promise.all([getLocale(), getTimeZone(), getNow()]);
  return bound({ locale, timeZone }, now);
};
export const useFormat = (): Format => bound({ locale: useLocale(), timeZone: useTimeZone() ?? "UTC" }, useNow());
