import { expect, test } from "vitest";
import { planPeople, planUnits } from "@/lib/people/imports/rules";
import { close, hang, headcount, tree } from "@/lib/people/units/rules";

const units = [
  { id: "root", parentId: null },
  { id: "b", parentId: "root" },
  { id: "a", parentId: "root" },
  { id: "a1", parentId: "a" },
  { id: "lost", parentId: "gone" },
];

test("units come as a tree, each counted with all below", () => {
  const lines = tree(units, [
    { unitId: "root", staff: 1, managers: 1 },
    { unitId: "a", staff: 2, managers: 0 },
    { unitId: "a1", staff: 3, managers: 1 },
    { unitId: "lost", staff: 0, managers: 1 },
  ]);
  expect(lines.map(({ id, depth, staff, allStaff, allManagers }) => [id, depth, staff, allStaff, allManagers])).toEqual([
    ["root", 0, 1, 6, 2],
    ["b", 1, 0, 0, 0],
    ["a", 1, 2, 5, 1],
    ["a1", 2, 3, 3, 1],
    ["lost", 0, 0, 0, 1],
  ]);
  expect(lines.map(headcount)).toEqual([8, 0, 6, 4, 1]);
});

test("a circle in the data does not hang the page", () => {
  expect(tree([{ id: "x", parentId: "y" }, { id: "y", parentId: "x" }], [])).toEqual([]);
});

const parents = new Map([["root", null], ["a", "root"], ["a1", "a"]]);

test.each([
  ["a", "a"],
  ["a", "a1"],
  ["root", "a1"],
])("%s cannot hang under %s", (id, parent) => {
  expect(hang(id, parent, parents)).toEqual({ ok: false, why: "invalid", fields: { parent: ["under-itself"] } });
});

test("a unit hangs anywhere else, or at the top", () => {
  expect([hang("a1", "root", parents), hang("a", null, parents)].map(({ ok }) => ok)).toEqual([true, true]);
});

test.each([
  [null, 0, 0, "ok"],
  [null, 1, 0, "has-people"],
  [null, 1, 1, "has-units"],
  [new Date(), 0, 0, "closed-already"],
])("closing a unit closed at %s with %i people and %i units: %s", (closedAt, people, below, heard) => {
  const change = close({ closedAt }, { people, units: below });
  expect(change.ok ? "ok" : change.why).toBe(heard);
});

const person = (line: number, email: string, more: object = {}) => ({ line, value: { email, name: email, ...more } });
const known = new Map([
  ["ada@x.org", { id: "1", name: "Ada", unit: "A", position: "Head", manager: "", category: "MANAGER" as const, languages: ["en"], mine: true }],
  ["root@x.org", { id: "2", name: "Root", unit: "", position: "", manager: "", category: "STAFF" as const, languages: [], mine: false }],
]);
const plan = (...rows: ReturnType<typeof person>[]) => planPeople(rows, known, new Set(["A", "B"]));

test("a column that is not in the file changes nothing; an empty cell empties; languages stay the person's own", () => {
  expect(plan({ line: 2, value: { email: "ada@x.org", name: "Ada" } })).toMatchObject({ same: 1, update: [] });
  expect(plan({ line: 2, value: { email: "ada@x.org", name: "Ada", unit: "", languages: ["sv"] } } as never).update[0]?.next).toMatchObject({ unit: "", position: "Head", languages: ["en"] });
});

test("managers may come in by the same file, before or after", () => {
  expect(plan(person(2, "new@x.org", { manager: "later@x.org" }), person(3, "later@x.org", { unit: "A" }))).toMatchObject({ create: [{ email: "new@x.org" }, { email: "later@x.org" }], problems: [] });
});

test.each([
  ["unit", "unit-unknown", person(2, "n@x.org", { unit: "NOPE" })],
  ["manager_email", "own-manager", person(2, "n@x.org", { manager: "n@x.org" })],
  ["manager_email", "person-unknown", person(2, "n@x.org", { manager: "who@x.org" })],
  ["email", "not-yours", person(2, "root@x.org")],
])("a row with a wrong %s is skipped: %s", (field, why, row) => {
  expect(plan(row)).toMatchObject({ create: [], update: [], problems: [{ line: 2, field, why }] });
});

test("whose manager's row is skipped is skipped too, and the second row of one person", () => {
  const { create, problems } = plan(person(2, "a@x.org", { manager: "b@x.org" }), person(3, "b@x.org", { unit: "NOPE" }), person(4, "c@x.org"), person(5, "c@x.org"));
  expect(create.map(({ email }) => email)).toEqual(["c@x.org"]);
  expect(problems).toEqual([{ line: 2, field: "manager_email", why: "person-unknown" }, { line: 3, field: "unit", why: "unit-unknown" }, { line: 5, field: "email", why: "twice-in-file" }]);
});

const unit = (line: number, code: string, parent = "") => ({ line, value: { code, name: code, parent, satellite: false } });
const standing = new Map([["ROOT", { id: "r", name: "ROOT", parent: "", satellite: false, closed: false }], ["OLD", { id: "o", name: "OLD", parent: "ROOT", satellite: false, closed: true }]]);

test("units come in whatever their order; what stands is left, what was closed opens", () => {
  const { create, update, same, problems } = planUnits([unit(2, "A1", "A"), unit(3, "A", "ROOT"), unit(4, "ROOT"), unit(5, "OLD", "ROOT")], standing);
  expect([create.length, update.map(({ value }) => value.code), same, problems]).toEqual([2, ["OLD"], 1, []]);
});

test("nothing hangs under a unit that stays closed", () => {
  expect(planUnits([unit(2, "A", "OLD")], standing).problems).toEqual([{ line: 2, field: "parent_code", why: "unit-unknown" }]);
  expect(planUnits([unit(2, "A", "OLD"), unit(3, "OLD", "ROOT")], standing)).toMatchObject({ create: [{ value: { code: "A" } }], problems: [] });
});

test("a row that is left out closes no circle by leaving its unit where it was", () => {
  const known = new Map([...standing, ["B", { id: "b", name: "B", parent: "ROOT", satellite: false, closed: false }]]);
  const { update, problems } = planUnits([unit(2, "ROOT", "B"), unit(3, "B", "NOPE")], known);
  expect(update).toEqual([]);
  expect(problems.map(({ line, why }) => [line, why])).toEqual([[2, "under-itself"], [3, "unit-unknown"]]);
});

test("circles and unknown parents are named, with what hangs on them", () => {
  const { create, problems } = planUnits([unit(2, "X", "Y"), unit(3, "Y", "X"), unit(4, "N", "NOPE"), unit(5, "N1", "N"), unit(6, "GOOD", "ROOT")], standing);
  expect(create.map(({ value }) => value.code)).toEqual(["GOOD"]);
  expect(problems.map(({ line, why }) => [line, why])).toEqual([[2, "under-itself"], [3, "under-itself"], [4, "unit-unknown"], [5, "unit-unknown"]]);
});
