import { getMyCalendar } from "@/lib/calendars/queries";
import { calendarReply } from "@/lib/platform/text/icalendar";
import { subscription } from "@/lib/platform/subscription";

/** The days that concern the reader, for a calendar. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = subscription(async (reader) => calendarReply(await getMyCalendar(reader, new Date())));
