import { getCommunityCalendar } from "@/lib/calendars/queries";
import { slugOf } from "@/lib/feeds/addresses/rules";
import { calendarReply } from "@/lib/platform/text/icalendar";
import { subscription } from "@/lib/platform/subscription";

/** The days of a community, for a calendar. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = subscription<{ file: string }>(async (reader, { file }) => {
  const slug = slugOf(file, ".ics");
  const calendar = slug === null ? null : await getCommunityCalendar(reader, slug, new Date());
  return calendar && calendarReply(calendar);
});
