import { ICalCalendar, ICalEventTransparency } from "ical-generator";

export type CalendarEvent = {
  /** Stays the same for good. */
  uid: string;
  title: string;
  /** First and last day, both included, each as midnight in UTC. */
  on: Date;
  until: Date;
  /** When what is said here was last changed. */
  changedAt: Date;
  /** Where people read on, in full. */
  address: string;
  /** The person is taken on these days. */
  busy: boolean;
};
export type Calendar = { name: string; address: string; language: string; events: readonly CalendarEvent[] };

const DAY = 86_400_000;

/** One line of text: control characters would end or hide what follows. */
const line = (text: string) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** A calendar of whole days as programs read it (RFC 5545). Days have no time zone: they begin where the reader is. */
export const writeCalendar = ({ name, address, language, events }: Calendar) => {
  const calendar = new ICalCalendar({ name: line(name), prodId: { company: "Stepwell", product: "Stepwell", language: language.toUpperCase() }, url: address, ttl: 3600 });
  for (const { uid, title, on, until, changedAt, address: url, busy } of events)
    calendar.createEvent({
      id: uid,
      summary: line(title),
      start: on,
      end: new Date(until.getTime() + DAY),
      allDay: true,
      stamp: changedAt,
      lastModified: changedAt,
      sequence: Math.floor(changedAt.getTime() / 60_000),
      url,
      transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
};

/** The same as it is sent, with when anything in it was last changed. */
export const calendarReply = (calendar: Calendar) => ({
  body: writeCalendar(calendar),
  type: "text/calendar; charset=utf-8",
  changedAt: calendar.events.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), new Date(0)),
});
