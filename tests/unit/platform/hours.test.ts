import { describe, expect, test } from "vitest";
import { afterQuiet, nextHour } from "@/lib/platform/hours";

const zone = "Europe/Stockholm";
const next = (moment: string, hour: number, weekday?: number, timeZone = zone) => nextHour(new Date(moment), hour, timeZone, weekday).toISOString();

describe("the next hour of a clock", () => {
  test.each([
    ["2026-11-27T06:59:59Z", "2026-11-27T07:00:00.000Z"],
    ["2026-11-27T07:00:00Z", "2026-11-28T07:00:00.000Z"],
    ["2026-10-24T12:00:00Z", "2026-10-25T07:00:00.000Z"],
    ["2026-03-28T12:00:00Z", "2026-03-29T06:00:00.000Z"],
  ])("after %s it is eight at %s", (moment, then) => {
    expect(next(moment, 8)).toBe(then);
  });

  test("an hour that spring leaves out comes an hour later; one that autumn has twice is the first", () => {
    expect(next("2026-03-28T12:00:00Z", 2)).toBe("2026-03-29T01:00:00.000Z");
    expect(next("2026-10-24T12:00:00Z", 2)).toBe("2026-10-25T00:00:00.000Z");
  });

  test("on a weekday, the next such one, also where it is that day at the other side of the world", () => {
    expect(next("2026-11-28T12:00:00Z", 8, 1)).toBe("2026-11-30T07:00:00.000Z");
    expect(next("2026-11-30T07:00:00Z", 8, 1)).toBe("2026-12-07T07:00:00.000Z");
    expect(next("2026-11-29T20:30:00Z", 10, 1, "Pacific/Auckland")).toBe("2026-11-29T21:00:00.000Z");
  });
});

describe("quiet hours", () => {
  const after = (moment: string, from: number, to: number) => afterQuiet(new Date(moment), { from, to, timeZone: zone }).toISOString();

  test.each([
    ["2026-11-27T18:59:59Z", 20, 7, "2026-11-27T18:59:59.000Z"],
    ["2026-11-27T19:00:00Z", 20, 7, "2026-11-28T06:00:00.000Z"],
    ["2026-11-28T02:00:00Z", 20, 7, "2026-11-28T06:00:00.000Z"],
    ["2026-11-28T06:00:00Z", 20, 7, "2026-11-28T06:00:00.000Z"],
    ["2026-11-28T12:30:00Z", 13, 15, "2026-11-28T14:00:00.000Z"],
    ["2026-11-28T14:00:00Z", 13, 15, "2026-11-28T14:00:00.000Z"],
    ["2026-11-28T02:00:00Z", 7, 7, "2026-11-28T02:00:00.000Z"],
    ["2026-10-24T20:00:00Z", 20, 7, "2026-10-25T06:00:00.000Z"],
  ])("what comes at %s, quiet from %i to %i, goes at %s", (moment, from, to, then) => {
    expect(after(moment, from, to)).toBe(then);
  });
});
