import { expect, test } from "vitest";
import { importPeople, importUnits } from "@/lib/people/imports/commands";
import { listUnits } from "@/lib/people/units/queries";
import { invitePerson } from "@/lib/people/invitations/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildPerson, buildSystem } from "@/tests/support/build";
import { carry } from "@/tests/support/carry";
import { buildPlaced, buildUnit, day, everything, fields, from, heard } from "./cast";

const file = (...lines: string[]) => lines.join("\n");
const hrAdmin = () => buildActor({ roles: ["HR_ADMIN"] });
/** What an import reports, in short: how many are new, changed and the same, and what is wrong where. */
const told = (done: Awaited<ReturnType<typeof importUnits>>) =>
  done.ok ? { created: done.value.created.length, updated: done.value.updated.length, same: done.value.same, problems: done.value.problems.map(({ line, field, why }) => `${line} ${field} ${why}`) } : done;
const nothing = { created: 0, updated: 0, same: 0, problems: [] as string[] };
const units = async () => (await db.unit.findMany({ orderBy: { code: "asc" }, select: { code: true, name: true, satellite: true, parent: { select: { code: true } }, closedAt: true } })).map(({ code, name, satellite, parent, closedAt }) => [code, name, parent?.code ?? null, satellite, closedAt !== null]);

const library = file("code,name,parent_code,satellite", "LIB,City library,,no", "maps,Maps,LIB,", "BUS,Book bus,lib,yes", "MAPS-1,\"Maps, ground floor\",MAPS,0");

test("units come in as a tree, and again nothing happens", async () => {
  const hr = await hrAdmin();
  expect(told(await importUnits(hr, { csv: library }))).toEqual({ ...nothing, created: 4 });
  expect(await units()).toEqual([["BUS", "Book bus", "LIB", true, false], ["LIB", "City library", null, false, false], ["MAPS", "Maps", "LIB", false, false], ["MAPS-1", "Maps, ground floor", "MAPS", false, false]]);
  expect((await listUnits(hr)).map(({ code, depth }) => [code, depth])).toEqual([["LIB", 0], ["BUS", 1], ["MAPS", 1], ["MAPS-1", 2]]);
  const before = await db.unit.findMany();
  expect(told(await importUnits(hr, { csv: library }))).toEqual({ ...nothing, same: 4 });
  expect(await db.unit.findMany()).toEqual(before);
  expect(await db.event.findMany({ where: { name: "import.units" }, orderBy: { id: "asc" } })).toMatchObject([{ payload: { created: 4, updated: 0, skipped: 0 } }, { payload: { created: 0, updated: 0, skipped: 0 } }]);
  expect(await db.event.count({ where: { name: "unit.added" } })).toBe(4);
});

test("trying out says what would happen and does nothing", async () => {
  const hr = await hrAdmin();
  await buildUnit({ code: "MAPS", name: "Old maps" });
  const before = await everything();
  const done = await importUnits(hr, { csv: library, dryRun: "on" });
  expect(told(done)).toEqual({ ...nothing, created: 3, updated: 1 });
  expect(done).toMatchObject({ value: { dryRun: true, csv: library, created: [{ line: 2, name: "City library" }, {}, {}], updated: [{ line: 3, name: "Maps" }] } });
  expect(told(await importPeople(hr, { csv: "email,name\nnia@example.org,Nia", dryRun: true }))).toEqual({ ...nothing, created: 1 });
  expect(await everything()).toBe(before);
  expect(told(await importUnits(hr, { csv: library }))).toEqual({ ...nothing, created: 3, updated: 1 });
});

test("a unit of the file is moved, renamed and opened again; what the file does not name stays", async () => {
  const hr = await hrAdmin();
  await importUnits(hr, { csv: library });
  await db.unit.update({ where: { code: "BUS" }, data: { closedAt: new Date() } });
  await buildUnit({ code: "OWN" });
  expect(told(await importUnits(hr, { csv: file("code,name,parent_code,satellite", "MAPS-1,Maps below,LIB,", "BUS,Book bus,LIB,yes") }))).toEqual({ ...nothing, updated: 2 });
  expect(await db.unit.findUnique({ where: { code: "MAPS-1" }, include: { parent: true } })).toMatchObject({ name: "Maps below", parent: { code: "LIB" }, version: 2 });
  expect(await db.unit.findUnique({ where: { code: "BUS" } })).toMatchObject({ closedAt: null });
  expect(await db.unit.count()).toBe(5);
});

test("circles, unknown and closed parents and broken rows are named with their line; the rest goes in", async () => {
  const hr = await hrAdmin();
  await buildUnit({ code: "SHUT", closedAt: new Date() });
  const csv = file("code,name,parent_code,satellite", "A,A,B,", "B,B,A,", "GOOD,Good,,no", "C,C,NOPE,", "D,D,SHUT,", "E,,GOOD,", "with space,F,,", "G,G,,perhaps", "H,H,,no,more", "GOOD,Again,,", "SELF,Self,SELF,", "I,I,GOOD,");
  expect(told(await importUnits(hr, { csv }))).toEqual({
    created: 2, updated: 0, same: 0,
    problems: ["2 parent_code under-itself", "3 parent_code under-itself", "5 parent_code unit-unknown", "6 parent_code unit-unknown", "7 name required", "8 code code-letters", "9 satellite yes-or-no", "10  row-broken", "11 code twice-in-file", "12 parent_code under-itself"],
  });
  expect((await listUnits(hr)).map(({ code }) => code)).toEqual(["SHUT", "GOOD", "I"].sort((a, b) => (a === "SHUT" ? 1 : b === "SHUT" ? -1 : 0)));
});

test("a row that is left out closes no circle in what stands", async () => {
  const hr = await hrAdmin();
  const root = await buildUnit({ code: "ROOT" });
  await buildUnit({ code: "B", parentId: root.id });
  const before = (await listUnits(hr)).length;
  expect(told(await importUnits(hr, { csv: file("code,name,parent_code", "ROOT,Root,B", "B,B,NOPE") }))).toEqual({ ...nothing, problems: ["2 parent_code under-itself", "3 parent_code unit-unknown"] });
  expect((await listUnits(hr)).length).toBe(before);
});

test("two units change places in one file", async () => {
  const hr = await hrAdmin();
  const root = await buildUnit({ code: "ROOT", name: "Root" });
  const a = await buildUnit({ code: "A", name: "A", parentId: root.id });
  await buildUnit({ code: "B", name: "B", parentId: a.id });
  expect(told(await importUnits(hr, { csv: file("code,name,parent_code", "B,B,ROOT", "A,A,B") }))).toEqual({ ...nothing, updated: 2 });
  expect((await listUnits(hr)).map(({ code, depth }) => [code, depth])).toEqual([["ROOT", 0], ["B", 1], ["A", 2]]);
});

const staff = file(
  "email,name,unit,position,starts_on,manager_email,category,languages",
  "Ada@Example.org,Ada  Lovelace,MAPS,Head of maps,2021-02-01,,manager,en;sv",
  "bo@example.org,Bo,maps,Librarian,2022-03-01,ada@example.org,staff,",
  "cy@example.org,Ćy Żółw,,,,bo@example.org,,pl",
);

test("people come in with unit, history, manager, category and languages; again nothing happens", async () => {
  const hr = await hrAdmin();
  const unit = await buildUnit({ code: "MAPS" });
  expect(told(await importPeople(hr, { csv: staff }))).toEqual({ ...nothing, created: 3 });
  const people = await db.user.findMany({ where: { email: { in: ["ada@example.org", "bo@example.org", "cy@example.org"] } }, orderBy: { email: "asc" }, include: { manager: true, positions: true } });
  expect(people).toMatchObject([
    { name: "Ada Lovelace", handle: "ada-lovelace", unitId: unit.id, position: "Head of maps", category: "MANAGER", languages: ["en", "sv"], manager: null, joinedAt: null, passwordHash: null, positions: [{ title: "Head of maps", category: "MANAGER", startsOn: day("2021-02-01"), endsOn: null }] },
    { name: "Bo", handle: "bo", unitId: unit.id, category: "STAFF", manager: { email: "ada@example.org" }, positions: [{ startsOn: day("2022-03-01") }] },
    { name: "Ćy Żółw", handle: "cy-zolw", unitId: null, category: "STAFF", manager: { email: "bo@example.org" }, languages: ["pl"], positions: [] },
  ]);
  expect((await listUnits(hr))[0]).toMatchObject({ staff: 1, managers: 1 });
  const before = await everything();
  expect(told(await importPeople(hr, { csv: staff }))).toEqual({ ...nothing, same: 3 });
  expect((await everything())?.split("\n").slice(0, -2)).toEqual(before?.split("\n").slice(0, -2));
  expect(await db.invitation.count()).toBe(0);
  expect(await carry("person.added")).toEqual([]);
});

test("who is new is invited by mail where that is wished, each by their own link, and nobody twice", async () => {
  const hr = await hrAdmin();
  await buildUnit({ code: "MAPS" });
  await importPeople(hr, { csv: staff, invite: "on" });
  const mails = await carry("person.invited");
  expect(mails.map(({ to }) => to).sort()).toEqual(["ada@example.org", "bo@example.org", "cy@example.org"]);
  expect(new Set(mails.map(({ text }) => /\/invitation\/([\w-]+)/.exec(text)?.[1])).size).toBe(3);
  await importPeople(hr, { csv: staff, invite: "on" });
  expect(await db.invitation.count()).toBe(3);
});

test("a changed file moves people and keeps where they were; a column that is missing changes nothing; languages stay the person's own", async () => {
  const hr = await hrAdmin();
  const [maps, bus] = [await buildUnit({ code: "MAPS" }), await buildUnit({ code: "BUS" })];
  await importPeople(hr, { csv: staff });
  await db.user.update({ where: { email: "bo@example.org" }, data: { languages: ["ru"], about: "Mine." } });
  expect(told(await importPeople(hr, { csv: file("email;name;unit;starts_on;languages", "bo@example.org;Bo Bus;BUS;2026-01-01;en", "ada@example.org;Ada Lovelace;MAPS;;") }))).toEqual({ ...nothing, updated: 1, same: 1 });
  const bo = await db.user.findUniqueOrThrow({ where: { email: "bo@example.org" }, include: { manager: true, positions: { orderBy: { startsOn: "asc" } } } });
  expect(bo).toMatchObject({ name: "Bo Bus", unitId: bus.id, position: "Librarian", languages: ["ru"], about: "Mine.", manager: { email: "ada@example.org" } });
  expect(bo.positions).toMatchObject([{ unitId: maps.id, startsOn: day("2022-03-01"), endsOn: day("2025-12-31") }, { unitId: bus.id, startsOn: day("2026-01-01"), endsOn: null }]);
  expect(await db.event.findFirst({ where: { name: "person.moved" } })).toMatchObject({ subjectId: bo.id, actorId: hr.id });
});

test("broken rows of people are named with line and column, and the rest goes in", async () => {
  const hr = await hrAdmin();
  await buildUnit({ code: "MAPS" });
  const csv = file(
    "email,name,unit,position,starts_on,manager_email,category,languages",
    "no address,Ada,,,,,,",
    "bo@example.org,,,,,,,",
    "cy@example.org,Cy,NOPE,,,,,",
    "di@example.org,Di,,,31.03.2026,,,",
    "ed@example.org,Ed,,,,nobody@example.org,,",
    "fy@example.org,Fy,,,,fy@example.org,,",
    "gy@example.org,Gy,,,,,boss,",
    "hy@example.org,Hy,,,,,,english!",
    "iy@example.org,Iy,,,,cy@example.org,,",
    '"jy@example.org,Jy',
    "ky@example.org,Ky",
  );
  expect(told(await importPeople(hr, { csv: csv.replace('"jy@example.org,Jy', "jy@example.org,Jy,,,,,,,too,many") }))).toEqual({
    created: 0, updated: 0, same: 0,
    problems: ["2 email email", "3 name required", "4 unit unit-unknown", "5 starts_on day", "6 manager_email person-unknown", "7 manager_email own-manager", "8 category category", "9 languages language", "10 manager_email person-unknown", "11  row-broken", "12  row-broken"],
  });
  expect(told(await importPeople(hr, { csv: `${csv.split("\n")[0]}\nzy@example.org,Zy,,,,,,\nno address,No,,,,,,` }))).toMatchObject({ created: 1, problems: ["3 email email"] });
});

test("a file that is no table, has no such columns, or too many rows is refused whole", async () => {
  const hr = await hrAdmin();
  const wrong = async (csv: string) => fields(await importPeople(hr, { csv }));
  expect(await wrong("")).toEqual({ csv: ["required"] });
  expect(await wrong("name,unit\nAda,MAPS")).toEqual({ csv: ["column-missing", "email"] });
  expect(await wrong("something else entirely")).toEqual({ csv: ["column-missing", "email", "name"] });
  expect(await wrong(`email,name\n${"a@example.org,A\n".repeat(20_001)}`)).toEqual({ csv: ["too-many-rows"] });
  expect(fields(await importUnits(hr, { csv: "name\nMaps" }))).toEqual({ csv: ["column-missing", "code"] });
  expect(await db.event.count()).toBe(0);
});

test("a file from a spreadsheet is read: a mark of order, semicolons, line ends of Windows, empty lines and quoted line breaks", async () => {
  const hr = await hrAdmin();
  const csv = `\uFEFFEMAIL; Name ;position\r\n\r\nada@example.org;Ada;"Head\r\nof maps"\r\nbad;Bad;\r\n`;
  const done = await importPeople(hr, { csv });
  expect(told(done)).toEqual({ ...nothing, created: 1, problems: ["5 email email"] });
  expect(await db.user.findUnique({ where: { email: "ada@example.org" } })).toMatchObject({ position: "Head\nof maps" });
});

test("an HR admin's file changes no administrator; an administrator's and the command line's do", async () => {
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"], person: { email: "root@example.org", name: "Root" } });
  const csv = "email,name\nroot@example.org,Other name";
  const hr = await hrAdmin();
  expect(told(await importPeople(hr, { csv }))).toEqual({ ...nothing, problems: ["2 email not-yours"] });
  expect(told(await importPeople(administrator, { csv }))).toEqual({ ...nothing, updated: 1 });
  expect(told(await importPeople(buildSystem(), { csv: csv.replace("Other", "Third") }))).toEqual({ ...nothing, updated: 1 });
});

test("who has left comes in as somebody new, with another handle, and what was theirs stays with who has left", async () => {
  const hr = await hrAdmin();
  const gone = await db.user.create({ data: { handle: "left-x", closedAt: new Date() } });
  await db.departure.create({ data: { userId: gone.id, name: "Ada", handle: "ada", email: "ada@example.org" } });
  expect(told(await importPeople(hr, { csv: "email,name\nada@example.org,Ada" }))).toEqual({ ...nothing, created: 1 });
  expect(await db.user.findUnique({ where: { email: "ada@example.org" } })).toMatchObject({ handle: "ada-2" });
});

test("a file and an invitation that bring the same person at once make one", async () => {
  const hr = await hrAdmin();
  const [imported, invited] = await Promise.all([importPeople(hr, { csv: "email,name\nnia@example.org,Nia" }), invitePerson(hr, { name: "Nia", email: "nia@example.org" })]);
  expect(heard(imported)).toBe("ok");
  expect(["ok", "invalid"]).toContain(heard(invited));
  expect(await db.user.count({ where: { email: "nia@example.org" } })).toBe(1);
});

test("the same file twice at once makes nobody twice", async () => {
  const hr = await hrAdmin();
  await buildUnit({ code: "MAPS" });
  const both = await Promise.all([1, 2].map(() => importPeople(hr, { csv: staff })));
  expect(both.map(told)).toEqual(expect.arrayContaining([{ ...nothing, created: 3 }, { ...nothing, same: 3 }]));
  const units = await Promise.all([1, 2].map(() => importUnits(hr, { csv: library })));
  expect(units.map(told)).toEqual(expect.arrayContaining([{ ...nothing, created: 3, updated: 1 }, { ...nothing, same: 4 }]));
});

test("a manager who is moved away by the file leaves no one without history, and an empty cell empties", async () => {
  const hr = await hrAdmin();
  const unit = await buildUnit({ code: "MAPS" });
  const boss = await buildPerson({ email: "boss@example.org" });
  const { id } = await buildPlaced(unit.id, { email: "ada@example.org", name: "Ada", managerId: boss.id });
  expect(told(await importPeople(hr, { csv: "email,name,unit,manager_email\nada@example.org,Ada,," }))).toEqual({ ...nothing, updated: 1 });
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ unitId: null, managerId: null, position: "Librarian" });
  expect(await db.position.findMany({ where: { userId: id } })).toMatchObject([{ endsOn: from(-1) }]);
});
