import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvLine, fromCsvCell } from "@/lib/platform/text/csv";

test.each(["=1+1", "+46 8 123", "-2", "@ana", "\t=1", "\r=1"])("what a spreadsheet would run is made a text: %j", (said) => {
  expect(csvLine([said])).toMatch(/^"'/);
});

test("a table comes back as it was, whatever stands in it", () => {
  const cells = ["=HYPERLINK(\"x\")", "a,b;c", "two\r\nlines", " spaces ", "O'Neill", "'quoted", "ä \"ж\"", "", "-", "@"];
  const [row = []] = parse(csvLine(cells)) as string[][];
  expect(row.map(fromCsvCell)).toEqual(cells);
});

test("an empty cell, a moment and a number have their plain form", () => {
  expect(csvLine([null, undefined, new Date(Date.UTC(2026, 0, 2)), 7])).toBe(",,2026-01-02T00:00:00.000Z,7\r\n");
});
