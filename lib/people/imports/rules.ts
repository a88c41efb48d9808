import type { StaffCategory } from "@/lib/generated/prisma/enums";
import type { Line } from "./schema";

export type Problem = { line: number; field: string; why: string };

/** Rows read well, and what is wrong with the others by line and column. */
export type Sorted<Row> = { good: Line<Row>[]; problems: Problem[] };

/** What a row says of a person; a column that is not in the file says nothing, an empty cell empties. */
export type PersonLine = {
  email: string;
  name: string;
  unit?: string | undefined;
  position?: string | undefined;
  startsOn?: Date | undefined;
  manager?: string | undefined;
  category?: StaffCategory | undefined;
  languages?: string[] | undefined;
};
export type Placed = { name: string; unit: string; position: string; manager: string; category: StaffCategory; languages: string[] };
export type Known = Placed & { id: string; mine: boolean };

const blank = { unit: "", position: "", manager: "", category: "STAFF", languages: [] } satisfies Omit<Placed, "name">;
/** What a person is after a row. Languages are the person's own to say: a file only fills them in where nothing stands. */
const after = ({ email: _key, startsOn: _from, ...said }: PersonLine, before: Omit<Placed, "name">): Placed => {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Placed> & { name: string };
  return { ...blank, ...before, ...given, languages: before.languages.length > 0 ? before.languages : (given.languages ?? []) };
};

/** The rows that name the same thing twice: the first counts. */
export const twice = <Row>(rows: Line<Row>[], key: (row: Row) => string, field: string): Sorted<Row> => {
  const seen = new Set<string>();
  const sorted: Sorted<Row> = { good: [], problems: [] };
  for (const row of rows)
    if (seen.has(key(row.value))) sorted.problems.push({ line: row.line, field, why: "twice-in-file" });
    else {
      seen.add(key(row.value));
      sorted.good.push(row);
    }
  return sorted;
};

export type Change = { line: number; email: string; startsOn: Date | undefined; next: Placed };

/**
 * What a file of people changes: who is new, who changes how, who stays as they are. `known`: open accounts by mail address;
 * `units`: codes of the open units. A manager must be known, or come in by a row that is good itself.
 */
export const planPeople = (rows: Line<PersonLine>[], known: Map<string, Known>, units: Set<string>) => {
  const { good, problems } = twice(rows, ({ email }) => email, "email");
  const wrong = ({ email, unit, manager }: PersonLine, coming: Set<string>) => {
    if (known.get(email)?.mine === false) return { field: "email", why: "not-yours" };
    if (unit && !units.has(unit)) return { field: "unit", why: "unit-unknown" };
    if (manager && manager === email) return { field: "manager_email", why: "own-manager" };
    return manager && !known.has(manager) && !coming.has(manager) ? { field: "manager_email", why: "person-unknown" } : null;
  };
  let left = good;
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const coming = new Set(left.map(({ value }) => value.email));
    left = left.filter(({ line, value }) => {
      const problem = wrong(value, coming);
      if (problem) problems.push({ line, ...problem });
      return !problem;
    });
  }
  const plan = { create: [] as Change[], update: [] as (Change & { id: string })[], same: 0, problems: problems.sort((a, b) => a.line - b.line) };
  for (const { line, value } of left) {
    const person = known.get(value.email);
    const change = { line, email: value.email, startsOn: value.startsOn, next: after(value, person ?? blank) };
    if (!person) plan.create.push(change);
    else if (differs(change.next, person)) plan.update.push({ ...change, id: person.id });
    else plan.same += 1;
  }
  return plan;
};

const differs = (next: Placed, before: Placed) =>
  (["name", "unit", "position", "manager", "category"] as const).some((field) => next[field] !== before[field]) || next.languages.join() !== before.languages.join();

export type UnitLine = { code: string; name: string; parent: string; satellite: boolean };
export type KnownUnit = { id: string; name: string; parent: string; satellite: boolean; closed: boolean };

/** The units of a file whose parents lead back to themselves. */
const circles = (parents: Map<string, string>) => {
  const round = new Set<string>();
  for (const start of parents.keys()) {
    const seen = new Set([start]);
    let at = parents.get(start) ?? "";
    while (at && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at) ?? "";
    }
    if (at === start) round.add(start);
  }
  return round;
};

/**
 * What a file of units changes. Parents may stand anywhere in the file; a closed unit that stands in it opens again, and nothing hangs
 * under one that stays closed. A row that is left out leaves its unit where it was, which may close a circle: circles are looked for again.
 */
export const planUnits = (rows: Line<UnitLine>[], known: Map<string, KnownUnit>) => {
  const { good, problems } = twice(rows, ({ code }) => code, "code");
  let left = good;
  const wrong = ({ parent, code }: UnitLine, coming: Set<string>, round: Set<string>) => {
    if (round.has(code)) return "under-itself";
    return parent && known.get(parent)?.closed !== false && !coming.has(parent) ? "unit-unknown" : null;
  };
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const coming = new Set(left.map(({ value }) => value.code));
    const round = circles(new Map([...[...known].map(([code, { parent }]) => [code, parent] as const), ...left.map(({ value }) => [value.code, value.parent] as const)]));
    left = left.filter(({ line, value }) => {
      const why = wrong(value, coming, round);
      if (why) problems.push({ line, field: "parent_code", why });
      return !why;
    });
  }
  const plan = { create: [] as Line<UnitLine>[], update: [] as (Line<UnitLine> & { id: string })[], same: 0, problems: problems.sort((a, b) => a.line - b.line) };
  for (const row of left) {
    const before = known.get(row.value.code);
    if (!before) plan.create.push(row);
    else if (before.closed || before.name !== row.value.name || before.parent !== row.value.parent || before.satellite !== row.value.satellite) plan.update.push({ ...row, id: before.id });
    else plan.same += 1;
  }
  return plan;
};
