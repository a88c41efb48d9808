import fc from "fast-check";
import { expect, test } from "vitest";
import { addAbsence, endAbsence } from "@/lib/people/absences/commands";
import { listMyAbsences } from "@/lib/people/absences/queries";
import { placePerson } from "@/lib/people/positions/commands";
import { listPositions } from "@/lib/people/positions/queries";
import { editProfile } from "@/lib/people/profiles/commands";
import { getPerson } from "@/lib/people/queries";
import { addUnit, closeUnit, editUnit, moveUnit, reopenUnit } from "@/lib/people/units/commands";
import { listUnitChoices, listUnits } from "@/lib/people/units/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildPerson } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildPlaced, buildUnit, day, everything, fields, from, heard, said } from "./cast";

const hrAdmin = () => buildActor({ roles: ["HR_ADMIN"] });
const handleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).handle;

/** Who was in a unit on a day, by name. */
const inUnit = async (unitId: string, on: Date) =>
  (await db.position.findMany({ where: { unitId, startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gte: on } }] }, select: { user: { select: { name: true } } }, orderBy: { user: { name: "asc" } } })).map(({ user }) => user.name);

const place = async (actor: Actor, id: string, over: object) => {
  const { version } = await db.user.findUniqueOrThrow({ where: { id } });
  return placePerson(actor, { id, version, position: "Librarian", ...over });
};

test("a reorganisation keeps who was where when: a unit moved, one merged into another, a person moved", async () => {
  const hr = await hrAdmin();
  const [maps, prints, archive] = [await buildUnit({ name: "Maps" }), await buildUnit({ name: "Prints" }), await buildUnit({ name: "Archive" })];
  const [ada, bo, cy] = [await buildPlaced(maps.id, { name: "Ada" }), await buildPlaced(prints.id, { name: "Bo" }), await buildPlaced(prints.id, { name: "Cy" })];
  expect(heard(await moveUnit(hr, { id: maps.id, version: 1, parent: archive.code }))).toBe("ok");
  expect(heard(await closeUnit(hr, { id: prints.id }))).toBe("has-people");
  expect(heard(await place(hr, bo.id, { unit: maps.code, startsOn: "2026-03-01" }))).toBe("ok");
  expect(heard(await place(hr, cy.id, { unit: maps.code, startsOn: "2026-03-01" }))).toBe("ok");
  expect(heard(await closeUnit(hr, { id: prints.id }))).toBe("ok");
  expect(heard(await place(hr, ada.id, { unit: archive.code, startsOn: "2026-06-01" }))).toBe("ok");

  const on = async (date: string) => ({ maps: await inUnit(maps.id, day(date)), prints: await inUnit(prints.id, day(date)), archive: await inUnit(archive.id, day(date)) });
  expect(await on("2019-12-31")).toEqual({ maps: [], prints: [], archive: [] });
  expect(await on("2026-02-28")).toEqual({ maps: ["Ada"], prints: ["Bo", "Cy"], archive: [] });
  expect(await on("2026-03-01")).toEqual({ maps: ["Ada", "Bo", "Cy"], prints: [], archive: [] });
  expect(await on("2026-06-01")).toEqual({ maps: ["Bo", "Cy"], prints: [], archive: ["Ada"] });
  expect(await listPositions(hr, bo.id)).toMatchObject([{ unit: { name: "Maps" }, startsOn: day("2026-03-01"), endsOn: null }, { unit: { name: "Prints" }, startsOn: day("2020-01-01"), endsOn: day("2026-02-28") }]);
  const lines = await listUnits(hr);
  expect(lines.find(({ id }) => id === archive.id)).toMatchObject({ staff: 1, allStaff: 3, depth: 0 });
  expect(lines.find(({ id }) => id === maps.id)).toMatchObject({ staff: 2, depth: 1 });
});

test("what was said again changes no history; another title, category or no unit does", async () => {
  const [hr, unit] = [await hrAdmin(), await buildUnit()];
  const { id } = await buildPlaced(unit.id);
  const rows = () => db.position.findMany({ where: { userId: id }, orderBy: [{ startsOn: "asc" }, { id: "asc" }] });
  await place(hr, id, { unit: unit.code, startsOn: "2020-01-01" });
  expect(await rows()).toHaveLength(1);
  await place(hr, id, { unit: unit.code, position: "Head of maps", category: "manager" });
  expect(await rows()).toMatchObject([{ title: "Librarian", endsOn: from(-1) }, { title: "Head of maps", category: "MANAGER", startsOn: from(0), endsOn: null }]);
  await place(hr, id, { unit: "", position: "Guest" });
  expect(await rows()).toMatchObject([{ title: "Librarian" }, { title: "Head of maps", endsOn: from(0) }]);
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ unitId: null, position: "Guest", category: "STAFF" });
});

test("what was to begin later and is changed before never was, and the row before it ends where the new one begins", async () => {
  const [hr, one, two, three] = [await hrAdmin(), await buildUnit(), await buildUnit(), await buildUnit()];
  const { id } = await buildPlaced(one.id);
  await place(hr, id, { unit: two.code, startsOn: said(from(30)) });
  await place(hr, id, { unit: three.code });
  expect(await db.position.findMany({ where: { userId: id }, orderBy: { startsOn: "asc" } })).toMatchObject([
    { unitId: one.id, startsOn: day("2020-01-01"), endsOn: from(-1) },
    { unitId: three.id, startsOn: from(0), endsOn: null },
  ]);
});

test("whatever HR says in whatever order, nobody is in two units on one day, but on the day of a change", async () => {
  const hr = await hrAdmin();
  const units = [await buildUnit(), await buildUnit(), await buildUnit()];
  const step = fc.record({ unit: fc.constantFrom(0, 1, 2, null), startsOn: fc.option(fc.integer({ min: -40, max: 40 })) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { id } = await buildPerson({ position: "Librarian" });
      for (const { unit, startsOn } of steps) await place(hr, id, { unit: unit === null ? "" : units[unit]?.code, ...(startsOn !== null && { startsOn: said(from(startsOn)) }) });
      const rows = await db.position.findMany({ where: { userId: id }, orderBy: [{ startsOn: "asc" }, { endsOn: "asc" }, { id: "asc" }] });
      for (const row of rows) if (row.endsOn) expect(row.endsOn.getTime()).toBeGreaterThanOrEqual(row.startsOn.getTime());
      for (const [at, row] of rows.entries()) {
        const next = rows[at + 1];
        if (next) expect(row.endsOn && (row.endsOn < next.startsOn || (row.startsOn.getTime() === row.endsOn.getTime() && row.endsOn.getTime() === next.startsOn.getTime()))).toBe(true);
      }
      const { unitId } = await db.user.findUniqueOrThrow({ where: { id } });
      expect(rows.filter(({ endsOn }) => endsOn === null).map((one) => one.unitId)).toEqual(unitId ? [unitId] : []);
    }),
    { numRuns: 20 },
  );
}, 120_000);

test("somebody's own new title is a new row of their history, and their unit stays", async () => {
  const unit = await buildUnit();
  const { id, handle } = await buildPlaced(unit.id);
  const me = await actorOf(id);
  await editProfile(me, { version: 1, name: "Ada", handle, position: "Map keeper", languages: "en" });
  expect(await db.position.findMany({ where: { userId: id }, orderBy: { startsOn: "asc" } })).toMatchObject([{ title: "Librarian", endsOn: from(-1) }, { title: "Map keeper", unitId: unit.id, endsOn: null }]);
  expect(heard(await editProfile(me, { version: 1, name: "Eve", handle, position: "", languages: "en" }))).toBe("stale");
  const other = await buildPerson();
  expect(fields(await editProfile(me, { version: 2, name: "Ada", handle: other.handle }))).toEqual({ handle: ["handle-taken"] });
  expect(fields(await editProfile(me, { version: 2, name: "Ada", handle: "left-0190" }))).toEqual({ handle: ["handle-taken"] });
});

test("placing says by the field what does not fit; what someone else said meanwhile comes back", async () => {
  const [hr, unit, closed] = [await hrAdmin(), await buildUnit(), await buildUnit({ closedAt: new Date() })];
  const { id } = await buildPlaced(unit.id);
  const handle = await handleOf(id);
  const before = await everything();
  expect(fields(await place(hr, id, { unit: closed.code }))).toEqual({ unit: ["unit-unknown"] });
  expect(fields(await place(hr, id, { manager: handle }))).toEqual({ manager: ["own-manager"] });
  expect(fields(await place(hr, id, { manager: "nobody-here" }))).toEqual({ manager: ["person-unknown"] });
  expect(fields(await place(hr, id, { startsOn: "2026-02-30" }))).toEqual({ startsOn: ["day"] });
  expect(fields(await place(hr, id, { position: "x".repeat(121) }))).toEqual({ position: ["too-long"] });
  expect(await placePerson(hr, { id, version: 9, position: "Head" })).toMatchObject({ why: "stale", current: { version: 1, unit: unit.code, position: "Librarian", category: "staff", manager: "" } });
  expect(await everything()).toBe(before);
});

test("of two who place one person at once, one is stale", async () => {
  const [hr, one, two] = [await hrAdmin(), await buildUnit(), await buildUnit()];
  const { id } = await buildPlaced(one.id);
  const both = await race<{ ok: boolean; why?: string }>({ table: "User", id }, [two, one].map((unit) => () => placePerson(hr, { id, version: 1, unit: unit.code, position: `In ${unit.name}` })));
  expect(both.map(heard).sort()).toEqual(["ok", "stale"]);
  expect(await db.position.count({ where: { userId: id, endsOn: null } })).toBe(1);
});

test("nobody is placed in a unit that closes at the same moment", async () => {
  const hr = await hrAdmin();
  const unit = await buildUnit();
  const { id } = await buildPerson();
  const both = await race<{ ok: boolean; why?: string }>({ table: "Unit", id: unit.id }, [() => closeUnit(hr, { id: unit.id }), () => placePerson(hr, { id, version: 1, unit: unit.code })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const { closedAt } = await db.unit.findUniqueOrThrow({ where: { id: unit.id } });
  expect(await db.user.count({ where: { unitId: unit.id } })).toBe(closedAt ? 0 : 1);
});

test("units are a tree: no circle by one move or by two at once", async () => {
  const hr = await hrAdmin();
  const [a, b] = [await buildUnit(), await buildUnit()];
  const c = await buildUnit({ parentId: b.id });
  expect(fields(await moveUnit(hr, { id: b.id, version: 1, parent: c.code }))).toEqual({ parent: ["under-itself"] });
  expect(fields(await moveUnit(hr, { id: b.id, version: 1, parent: b.code }))).toEqual({ parent: ["under-itself"] });
  const both = await Promise.all([moveUnit(hr, { id: a.id, version: 1, parent: b.code }), moveUnit(hr, { id: b.id, version: 1, parent: a.code })]);
  expect(both.map(heard).sort()).toEqual(["invalid", "ok"]);
  expect(await listUnits(hr)).toHaveLength(3);
  expect(heard(await moveUnit(hr, { id: c.id, version: 7, parent: "" }))).toBe("stale");
});

test("a unit says by the field what does not fit: its code, its parent, who looks after it", async () => {
  const hr = await hrAdmin();
  const [unit, closed] = [await buildUnit({ code: "MAPS" }), await buildUnit({ closedAt: new Date() })];
  const add = (over: object) => addUnit(hr, { code: "new", name: "New", ...over }).then(fields);
  expect(await add({ code: " maps " })).toEqual({ code: ["code-taken"] });
  expect(await add({ code: "with space" })).toEqual({ code: ["code-letters"] });
  expect(await add({ name: " " })).toEqual({ name: ["required"] });
  expect(await add({ parent: closed.code })).toEqual({ parent: ["unit-unknown"] });
  expect(await add({ head: "nobody-here" })).toEqual({ head: ["person-unknown"] });
  expect(await add({ lessonManager: "nobody-here" })).toEqual({ lessonManager: ["person-unknown"] });
  expect(heard(await addUnit(hr, { code: "NEW", name: "New", parent: "maps", head: await handleOf(hr.id), satellite: "on" }))).toBe("ok");
  expect(await db.unit.findUnique({ where: { code: "NEW" } })).toMatchObject({ parentId: unit.id, headId: hr.id, satellite: true });
  expect(fields(await editUnit(hr, { id: unit.id, version: 1, code: "NEW", name: "Maps" }))).toEqual({ code: ["code-taken"] });
  expect(await editUnit(hr, { id: unit.id, version: 9, code: "MAPS", name: "Maps" })).toMatchObject({ why: "stale", current: { code: "MAPS" } });
});

test("a unit closes when nobody and nothing is in it, stays in the history, and opens at the top where its parent is closed", async () => {
  const hr = await hrAdmin();
  const parent = await buildUnit();
  const unit = await buildUnit({ parentId: parent.id, headId: hr.id });
  expect(heard(await closeUnit(hr, { id: parent.id }))).toBe("has-units");
  const { id } = await buildPlaced(unit.id);
  expect(heard(await closeUnit(hr, { id: unit.id }))).toBe("has-people");
  await place(hr, id, { unit: "" });
  expect([heard(await closeUnit(hr, { id: unit.id })), heard(await closeUnit(hr, { id: parent.id }))]).toEqual(["ok", "ok"]);
  expect(await listUnitChoices(hr)).toEqual([]);
  expect(await inUnit(unit.id, from(-1))).toHaveLength(1);
  expect(await db.unit.findUnique({ where: { id: unit.id } })).toMatchObject({ headId: null });
  expect(heard(await reopenUnit(hr, { id: unit.id }))).toBe("ok");
  expect(await db.unit.findUnique({ where: { id: unit.id } })).toMatchObject({ closedAt: null, parentId: null });
});

test("headcount is of those who are here, by category: not who has left, not imported authors", async () => {
  const hr = await hrAdmin();
  const unit = await buildUnit();
  await buildPlaced(unit.id, { category: "MANAGER" });
  await buildPlaced(unit.id);
  await buildPlaced(unit.id, { joinedAt: null });
  await buildPlaced(unit.id, { closedAt: new Date(), name: null });
  const author = await buildPlaced(unit.id);
  await db.importedAuthor.create({ data: { userId: author.id, source: "s", sourceId: "1", displayName: "A" } });
  expect(await listUnits(hr)).toMatchObject([{ staff: 2, managers: 1, allStaff: 2, allManagers: 1 }]);
});

test("an absence counts from its first to its last day, and everyone sees until when", async () => {
  const me = await buildActor();
  const reader = await buildActor();
  const handle = await handleOf(me.id);
  const away = (startsOn: number, endsOn: number) => addAbsence(me, { startsOn: said(from(startsOn)), endsOn: said(from(endsOn)) });
  expect(heard(await away(1, 3))).toBe("ok");
  expect(await getPerson(reader, handle)).toMatchObject({ awayUntil: null });
  expect(heard(await away(-2, 0))).toBe("ok");
  expect(await getPerson(reader, handle)).toMatchObject({ awayUntil: from(0) });
  expect(fields(await away(3, 9))).toEqual({ startsOn: ["away-already"] });
  expect(fields(await away(0, 0))).toEqual({ startsOn: ["away-already"] });
  expect(fields(await away(9, 5))).toEqual({ endsOn: ["ends-before-start"] });
  expect(fields(await away(-9, -5))).toEqual({ endsOn: ["over-already"] });
  expect(fields(await away(9, 9 + 4 * 366))).toEqual({ endsOn: ["too-long-away"] });
  expect(fields(await addAbsence(me, { startsOn: "soon", endsOn: "" }))).toEqual({ startsOn: ["day"], endsOn: ["day"] });
  expect(heard(await away(4, 4))).toBe("ok");
  const mine = await listMyAbsences(me, from(0));
  expect(mine.map(({ startsOn }) => startsOn)).toEqual([from(-2), from(1), from(4)]);
  expect(await listMyAbsences(reader, from(0))).toEqual([]);
  await endAbsence(me, { id: mine[0]?.id });
  expect(await getPerson(reader, handle)).toMatchObject({ awayUntil: null });
});

test("two absences that meet, sent at once, are one", async () => {
  const me = await buildActor();
  const both = await race<{ ok: boolean; why?: string }>({ table: "User", id: me.id }, [1, 2].map((n) => () => addAbsence(me, { startsOn: said(from(n)), endsOn: said(from(5)) })));
  expect(both.map(heard).sort()).toEqual(["invalid", "ok"]);
});
