import { expect, test } from "vitest";
import { statementNames } from "@/lib/platform/statement-names";

test("a statement is named once it comes again, and keeps its name", () => {
  const nameOf = statementNames(false);
  expect([1, 2, 3].map(() => nameOf({ sql: "SELECT 1" }))).toEqual(["", "sw0", "sw0"]);
  expect([1, 2].map(() => nameOf({ sql: "SELECT 2" }))).toEqual(["", "sw1"]);
});

test("one that is to be kept is named at once, one that is to be planned anew never", () => {
  const nameOf = statementNames(false);
  expect([1, 2].map(() => nameOf({ sql: "/* kept */ SELECT 1" }))).toEqual(["sw0", "sw0"]);
  expect([1, 2].map(() => nameOf({ sql: "/* anew */ SELECT 1" }))).toEqual(["", ""]);
});

test("a connection is not filled with statements without end", () => {
  const nameOf = statementNames(false);
  const names = Array.from({ length: 1000 }, (_, number) => [1, 2].map(() => nameOf({ sql: `SELECT ${number}` }))[1]);
  expect(new Set(names).size).toBe(201);
  expect(names.at(-1)).toBe("");
});

test("behind a pooler no statement is named", () => {
  const nameOf = statementNames(true);
  expect([1, 2, 3].map(() => nameOf({ sql: "SELECT 1" }))).toEqual(["", "", ""]);
});
