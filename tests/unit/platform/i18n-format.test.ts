import { describe, expect, test } from "vitest";
import { agoText, dayText, momentText } from "@/lib/platform/i18n/format";

const now = new Date("2026-11-24T11:04:00Z");
const at = (locale: string, timeZone = "Europe/Stockholm") => ({ locale, timeZone });

describe("how long ago", () => {
  test.each([
    ["2026-11-24T11:03:30Z", "now"],
    ["2026-11-24T10:24:00Z", "40 min ago"],
    ["2026-11-24T08:03:00Z", "3 hours ago"],
    ["2026-11-23T12:00:00Z", "23 hours ago"],
    ["2026-11-23T09:00:00Z", "yesterday"],
    ["2026-11-12T11:04:00Z", "12 days ago"],
    ["2026-11-03T11:04:00Z", "3 weeks ago"],
    ["2026-03-03T11:04:00Z", "3 March"],
    ["2025-03-03T11:04:00Z", "3 March 2025"],
    ["2026-11-25T13:00:00Z", "tomorrow"],
    ["2026-11-27T13:00:00Z", "in 3 days"],
  ])("%s is %s", (time, text) => {
    expect(agoText(new Date(time), now, at("en"))).toBe(text);
  });

  test.each([
    ["es", "hace 3 horas"],
    ["sv", "för 3 timmar sedan"],
    ["pl", "3 godziny temu"],
    ["ru", "3 часа назад"],
  ])("in %s too", (locale, text) => {
    expect(agoText(new Date("2026-11-24T08:03:00Z"), now, at(locale))).toBe(text);
  });

  test("days are those of the reader's calendar", () => {
    const late = new Date("2026-11-22T23:30:00Z"); // the 23rd in Stockholm
    expect(agoText(late, now, at("en"))).toBe("yesterday");
    expect(agoText(late, now, at("en", "UTC"))).toBe("2 days ago");
  });
});

test("a year is said only where it is not this one, in the reader's time zone", () => {
  const turn = new Date("2025-12-31T23:30:00Z");
  expect(dayText(turn, now, at("en"))).toBe("1 January");
  expect(dayText(turn, now, at("en", "UTC"))).toBe("31 December 2025");
});

test("a moment has day and time", () => {
  expect(momentText(now, at("en"))).toBe("24 November 2026 at 12:04");
});
