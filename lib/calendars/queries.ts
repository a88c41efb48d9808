import "server-only";
import { listDiscussionDates } from "@/lib/discussions/dates/queries";
import { calendarPath, MY_CALENDAR } from "@/lib/feeds/addresses/rules";
import { getReadPlace } from "@/lib/feeds/queries";
import { listAbsenceDates } from "@/lib/people/absences/queries";
import { dayIn } from "@/lib/people/positions/rules";
import type { Me } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Calendar } from "@/lib/platform/text/icalendar";
import { type Dated, inOrder, isBusy, since, uidOf } from "./rules";

/** Where days come from. A module with days of its own joins here, and names its occasions in `rules.ts` and in the words. */
type Source = {
  /** What concerns the reader themselves. */
  mine?: (reader: Me, from: Date) => Promise<Dated[]>;
  /** What concerns everybody in one community that the reader reads. */
  inCommunity?: (reader: Me, communityId: string, from: Date) => Promise<Dated[]>;
};
const sources: readonly Source[] = [
  { mine: (reader, from) => listDiscussionDates(reader, reader.memberOf, from), inCommunity: (reader, id, from) => listDiscussionDates(reader, [id], from) },
  { mine: listAbsenceDates },
];

const written = async (reader: Me, dates: Dated[][], { name, path, language }: { name: (own: string) => string; path: string; language: string }): Promise<Calendar> => {
  const locale = [reader.locale, language].find(isLocale) ?? "en";
  const [t, origin] = [await translatorFor(locale, "feeds"), env().NEXTAUTH_URL];
  return {
    name: name(t("mine")),
    address: `${origin}${path}`,
    language: locale,
    events: inOrder(dates.flat()).map((date) => ({
      ...date,
      uid: uidOf(date, new URL(origin).hostname),
      title: t(`occasions.${date.occasion}`, { title: date.title ?? "" }),
      address: `${origin}${date.path}`,
      busy: isBusy(date.occasion),
    })),
  };
};

/** The days that concern the reader, wherever they come from. */
export const getMyCalendar = async (reader: Me, now: Date) => {
  const from = since(dayIn(now, reader.timeZone));
  const dates = await Promise.all(sources.map(({ mine }) => mine?.(reader, from) ?? []));
  return written(reader, dates, { name: (own) => own, path: MY_CALENDAR, language: "en" });
};

/** The days of one community; null where the reader does not read it. */
export const getCommunityCalendar = async (reader: Me, slug: string, now: Date) => {
  const place = await getReadPlace(reader, slug);
  if (!place) return null;
  const from = since(dayIn(now, reader.timeZone));
  const dates = await Promise.all(sources.map(({ inCommunity }) => inCommunity?.(reader, place.id, from) ?? []));
  return written(reader, dates, { name: () => place.name, path: calendarPath(slug), language: place.language });
};
