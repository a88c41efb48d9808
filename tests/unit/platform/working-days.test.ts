import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addWorkingDays, atHour, dayAt, fromStoredDay, isWorkingDay, nextWorkingHour, toStoredDay, workingDaysBetween } from "@/lib/platform/working-days";

const none: ReadonlySet<string> = new Set();
/** Christmas in Sweden: Thursday to Saturday, and New Year. */
const holidays = new Set(["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31", "2027-01-01"]);

describe("working days", () => {
  test("Saturday, Sunday and the organisation's own holidays are none", () => {
    expect(["2026-12-21", "2026-12-24", "2026-12-26", "2026-12-27", "2026-12-28"].map((day) => isWorkingDay(day, holidays))).toEqual([true, false, false, false, true]);
  });

  test.each([
    ["2026-11-27", 0, "2026-11-27"],
    ["2026-11-28", 0, "2026-11-30"],
    ["2026-11-27", 1, "2026-11-30"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2026-11-27", 5, "2026-12-04"],
    ["2026-12-23", 0, "2026-12-23"],
    ["2026-12-23", 1, "2026-12-28"],
    ["2026-12-24", 0, "2026-12-28"],
    ["2026-12-23", 4, "2027-01-04"],
    ["2028-02-28", 2, "2028-03-01"],
  ])("%s and %i of them is %s", (from, count, to) => {
    expect(addWorkingDays(from, count, holidays)).toBe(to);
  });

  test.each([
    ["2026-12-23", "2026-12-28", 1],
    ["2026-12-28", "2026-12-23", -1],
    ["2026-11-28", "2026-11-29", 0],
    ["2026-11-27", "2026-12-04", 5],
    ["2026-12-23", "2026-12-23", 0],
  ])("from %s to %s there are %i", (from, to, count) => {
    expect(workingDaysBetween(from, to, holidays)).toBe(count);
  });

  test("counting finds what adding added, and the day it came to is worked on", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.uniqueArray(day, { maxLength: 40 }), (from, count, off) => {
        const to = addWorkingDays(from, count, new Set(off));
        expect(isWorkingDay(to, new Set(off))).toBe(true);
        expect(workingDaysBetween(from, to, new Set(off))).toBe(count);
      }),
    );
  });
});

describe("hours", () => {
  test("the same hour of the clock on both sides of a change of time", () => {
    expect(atHour("2026-10-23", 9, "Europe/Stockholm").toISOString()).toBe("2026-10-23T07:00:00.000Z");
    expect(atHour("2026-10-26", 9, "Europe/Stockholm").toISOString()).toBe("2026-10-26T08:00:00.000Z");
    expect(atHour("2026-03-30", 9, "Europe/Warsaw").toISOString()).toBe("2026-03-30T07:00:00.000Z");
  });

  test("an hour that is left out comes an hour later; of one that comes twice it is the first", () => {
    expect(atHour("2026-03-29", 2, "Europe/Stockholm").toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(atHour("2026-10-25", 2, "Europe/Stockholm").toISOString()).toBe("2026-10-25T00:00:00.000Z");
  });

  test("the day that a moment falls on is that of the place", () => {
    const moment = new Date("2026-12-31T22:30:00Z");
    expect([dayAt(moment, "Europe/Moscow"), dayAt(moment, "UTC"), dayAt(moment, "America/Bogota")]).toEqual(["2027-01-01", "2026-12-31", "2026-12-31"]);
    expect(fromStoredDay(toStoredDay("2026-12-31"))).toBe("2026-12-31");
  });

  test.each([
    ["2026-11-27T07:59:59Z", "2026-11-27T08:00:00.000Z"],
    ["2026-11-27T08:00:00Z", "2026-11-30T08:00:00.000Z"],
    ["2026-11-28T03:00:00Z", "2026-11-30T08:00:00.000Z"],
    ["2026-12-23T12:00:00Z", "2026-12-28T08:00:00.000Z"],
    ["2026-10-23T12:00:00Z", "2026-10-26T08:00:00.000Z"],
    ["2026-03-27T12:00:00Z", "2026-03-30T07:00:00.000Z"],
  ])("after %s the next nine o'clock of a working day in Stockholm is %s", (now, then) => {
    expect(nextWorkingHour(new Date(now), 9, "Europe/Stockholm", holidays).toISOString()).toBe(then);
  });

  test("where no day is off, the night between Sunday and Monday is no hindrance", () => {
    expect(nextWorkingHour(new Date("2026-11-29T23:30:00Z"), 0, "Pacific/Auckland", none).toISOString()).toBe("2026-11-30T11:00:00.000Z");
  });
});
