import fc from "fast-check";
import { expect, test } from "vitest";
import { backOn, beAway, isAway } from "@/lib/people/absences/rules";
import { emptied, leave } from "@/lib/people/departures/rules";
import { dayIn, move } from "@/lib/people/positions/rules";
import { withdraw } from "@/lib/people/roles/rules";
import { afterName, byName, handlesFor, isReservedHandle, nameCursor, terms } from "@/lib/people/rules";
import { Handle, Languages, Words } from "@/lib/people/schema";

const day = (said: string) => new Date(`${said}T00:00:00Z`);

test("a name's handles begin with the plain one, and none of them is reserved", () => {
  expect(handlesFor("ada-lovelace").slice(0, 2)).toEqual(["ada-lovelace", "ada-lovelace-2"]);
  expect(handlesFor("")[0]).toBe("person");
  expect(handlesFor("x")[0]).toBe("person-x");
  expect(handlesFor("admin")[0]).toBe("admin-2");
  expect(handlesFor("left-over").some(isReservedHandle)).toBe(false);
});

test("every handle that is made is one that may be typed", () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/), (stem) => handlesFor(stem).every((handle) => Handle.safeParse(handle).success)));
});

test("a cursor leads back to its row, and anything else to the beginning", () => {
  fc.assert(fc.property(fc.string(), fc.uuid(), (name, id) => void expect(afterName(nameCursor({ name, id }))).toEqual({ name, id })));
  fc.assert(fc.property(fc.string(), (text) => void expect(afterName(text)).toBeNull()));
  expect(afterName(nameCursor({ name: "a\0", id: "0190a1b2-0000-7000-8000-000000000000" }))).toBeNull();
});

test("a page has a next one only where there is more", () => {
  const rows = ["a", "b", "c"].map((name) => ({ name, id: "0190a1b2-0000-7000-8000-000000000000" }));
  expect(byName(rows, 3).next).toBeNull();
  expect(byName(rows, 2)).toMatchObject({ items: [{ name: "a" }, { name: "b" }], next: nameCursor(rows[1] ?? { name: "", id: "" }) });
});

test("a search has at most six terms, and forgives an @", () => {
  expect(terms(" @ada,  pumps ")).toEqual(["ada", "pumps"]);
  expect(terms("a b c d e f g h")).toHaveLength(6);
  expect(terms(undefined)).toEqual([]);
});

test("words are parted by commas, counted once, and bounded", () => {
  expect(Words.parse("Pumps,  cold   water ,pumps,")).toEqual(["Pumps", "cold water"]);
  expect(Words.safeParse("x".repeat(61)).error?.issues[0]?.message).toBe("word-too-long");
  expect(Words.safeParse(Array.from({ length: 31 }, (_, n) => `w${n}`)).error?.issues[0]?.message).toBe("too-many-words");
});

test("no box, one box or many ticked are languages", () => {
  expect([Languages.parse(undefined), Languages.parse(["", "sv"]), Languages.parse("en"), Languages.parse(["en", "en"])]).toEqual([[], ["sv"], ["en"], ["en"]]);
  expect(Languages.safeParse("english!").success).toBe(false);
});

const here = { id: "p", unitId: "a", title: "Librarian", category: "STAFF" as const, startsOn: day("2024-01-01") };
const same = { unitId: "a", title: "Librarian", category: "STAFF" as const };

test.each([
  ["nothing changed", here, same, {}],
  ["nothing changed but the day that an import repeats", here, { ...same, startsOn: day("2023-01-01") }, {}],
  ["a new unit from today", here, { ...same, unitId: "b" }, { end: { id: "p", endsOn: day("2026-05-09") }, begin: { ...same, unitId: "b", startsOn: day("2026-05-10") } }],
  ["a new unit from a day", here, { ...same, unitId: "b", startsOn: day("2026-03-01") }, { end: { id: "p", endsOn: day("2026-02-28") }, begin: { ...same, unitId: "b", startsOn: day("2026-03-01") } }],
  ["a new unit with the old day repeated", here, { ...same, unitId: "b", startsOn: day("2024-01-01") }, { end: { id: "p", endsOn: day("2026-05-09") }, begin: { ...same, unitId: "b", startsOn: day("2026-05-10") } }],
  ["another title", here, { ...same, title: "Head" }, { end: { id: "p", endsOn: day("2026-05-09") }, begin: { ...same, title: "Head", startsOn: day("2026-05-10") } }],
  ["no unit any more", here, { ...same, unitId: null }, { end: { id: "p", endsOn: day("2026-05-09") } }],
  ["a first unit", null, { ...same, startsOn: day("2020-01-01") }, { begin: { ...same, startsOn: day("2020-01-01") } }],
  ["never a unit", null, { ...same, unitId: null }, {}],
  ["a change before the first day", { ...here, startsOn: day("2026-08-01") }, { ...same, unitId: "b" }, { drop: { id: "p" }, begin: { ...same, unitId: "b", startsOn: day("2026-05-10") } }],
  ["never begun after all", { ...here, startsOn: day("2026-08-01") }, { ...same, unitId: null }, { drop: { id: "p" } }],
  ["a change on the first day", { ...here, startsOn: day("2026-05-10") }, { ...same, unitId: "b" }, { end: { id: "p", endsOn: day("2026-05-10") }, begin: { ...same, unitId: "b", startsOn: day("2026-05-10") } }],
])("history: %s", (_case, present, next, change) => {
  expect(move(present, next, day("2026-05-10"))).toEqual(change);
});

test("who stands nowhere now begins after the last row began, or today", () => {
  expect(move(null, { ...same, startsOn: day("2026-04-01") }, day("2026-05-10"), day("2026-03-01")).begin?.startsOn).toEqual(day("2026-04-01"));
  expect(move(null, { ...same, startsOn: day("2026-02-01") }, day("2026-05-10"), day("2026-03-01")).begin?.startsOn).toEqual(day("2026-05-10"));
});

test("a day is that of the calendar at the place", () => {
  expect(dayIn(new Date("2026-05-10T23:30:00Z"), "Europe/Stockholm")).toEqual(day("2026-05-11"));
  expect(dayIn(new Date("2026-05-10T02:30:00Z"), "America/Bogota")).toEqual(day("2026-05-09"));
});

const absence = (from: string, to: string) => ({ startsOn: day(from), endsOn: day(to) });

test.each([
  ["2026-06-05", "2026-06-04", { endsOn: ["ends-before-start"] }],
  ["2026-01-01", "2026-05-09", { endsOn: ["over-already"] }],
  ["2026-05-10", "2030-05-10", { endsOn: ["too-long-away"] }],
  ["2026-07-10", "2026-07-20", { startsOn: ["away-already"] }],
])("an absence from %s to %s is refused by the field", (from, to, fields) => {
  expect(beAway(absence(from, to), [absence("2026-07-01", "2026-07-10")], day("2026-05-10"))).toEqual({ ok: false, why: "invalid", fields });
});

test("an absence counts on its first and on its last day", () => {
  const away = beAway(absence("2026-05-10", "2026-05-10"), [absence("2026-07-01", "2026-07-10")], day("2026-05-10"));
  expect(away).toMatchObject({ ok: true });
  expect(["2026-06-30", "2026-07-01", "2026-07-10", "2026-07-11"].map((one) => isAway([absence("2026-07-01", "2026-07-10")], day(one)))).toEqual([false, true, true, false]);
});

test.each([
  ["HR_ADMIN", 0, "ok"],
  ["ADMINISTRATOR", 1, "ok"],
  ["ADMINISTRATOR", 0, "last-administrator"],
] as const)("taking %s beside %i administrators: %s", (role, count, heard) => {
  const change = withdraw(role, count);
  expect(change.ok ? "ok" : change.why).toBe(heard);
});

test.each([
  [null, false, 0, "ok"],
  [null, true, 1, "ok"],
  [null, true, 0, "last-administrator"],
  [new Date(), false, 0, "closed-already"],
] as const)("leaving when closed at %s, administrator %s beside %i: %s", (closedAt, administrator, count, heard) => {
  const change = leave({ id: "x", closedAt, administrator }, count);
  expect(change.ok ? "ok" : change.why).toBe(heard);
});

test("a closed account says nothing of whose it was, and its handle cannot be chosen", () => {
  const { handle, ...rest } = emptied("0190a1b2-0000-7000-8000-000000000000");
  expect(isReservedHandle(handle)).toBe(true);
  expect(Object.values(rest).every((value) => value === null || value === "" || (Array.isArray(value) && value.length === 0))).toBe(true);
});

test("someone is back on the first day that no absence covers, also where one follows on another", () => {
  const all = [absence("2026-07-11", "2026-07-12"), absence("2026-07-01", "2026-07-10"), absence("2026-07-20", "2026-07-21")];
  expect(["2026-06-30", "2026-07-01", "2026-07-12", "2026-07-13", "2026-07-20"].map((one) => backOn(all, day(one))?.toISOString().slice(0, 10) ?? null)).toEqual([null, "2026-07-13", "2026-07-13", null, "2026-07-22"]);
});
