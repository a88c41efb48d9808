import fc from "fast-check";
import { expect, test } from "vitest";
import { type CalendarEvent, calendarReply, writeCalendar } from "@/lib/platform/text/icalendar";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const event: CalendarEvent = { uid: "away-1@s.example", title: "Away", on: day("2026-12-24"), until: day("2026-12-26"), changedAt: new Date("2026-11-20T08:15:30Z"), address: "https://s.example/settings/absences", busy: true };
const calendar = (...events: CalendarEvent[]) => writeCalendar({ name: "My days", address: "https://s.example/calendar/me.ics", language: "en", events });
/** Lines as a program reads them: what was folded joined again. */
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

test("whole days end on the day after the last, as RFC 5545 counts; the uid and the stamp are the record's own", () => {
  const lines = unfolded(calendar(event));
  expect(lines).toEqual(expect.arrayContaining(["BEGIN:VCALENDAR", "VERSION:2.0", "UID:away-1@s.example", "DTSTAMP:20261120T081530Z", "LAST-MODIFIED:20261120T081530Z", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Away", "TRANSP:OPAQUE"]));
  expect(lines.filter((line) => line.startsWith("PRODID:"))).toHaveLength(1);
  expect(calendar(event)).toBe(calendar(event));
});

test("what changes later has a higher sequence, so that calendars take it over", () => {
  const sequence = (text: string) => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]);
  expect(sequence(calendar({ ...event, changedAt: new Date("2026-11-20T09:15:30Z") }))).toBeGreaterThan(sequence(calendar(event)));
});

test("no line is longer than 75 bytes, and nothing that people write becomes a line of its own", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      const text = calendar({ ...event, title }, { ...event, uid: "b@s.example", title: `x\r\nBEGIN:VEVENT\nUID:stolen\u2028${title}` });
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(unfolded(text).filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
      expect(unfolded(text).filter((line) => line.startsWith("UID:"))).toEqual(["UID:away-1@s.example", "UID:b@s.example"]);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }),
  );
});

test("it was changed when the newest of it was", () => {
  const reply = calendarReply({ name: "n", address: "a", language: "en", events: [event, { ...event, uid: "2", changedAt: new Date("2026-11-25T00:00:00Z") }] });
  expect(reply.changedAt).toEqual(new Date("2026-11-25T00:00:00Z"));
});
