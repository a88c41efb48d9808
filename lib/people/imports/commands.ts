import "server-only";
import { type CsvError, type Info, parse } from "csv-parse/sync";
import type { z } from "zod";
import { fieldErrors } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { ok, refuse, type Result } from "@/lib/platform/result";
import { fromCsvCell } from "@/lib/platform/text/csv";
import { applyPeople } from "./people/commands";
import { mayImport } from "./policy";
import type { Problem } from "./rules";
import { columns, ImportFile, type Line, needed, PersonRow, ROWS_LIMIT, UnitRow } from "./schema";
import { applyUnits } from "./units/commands";

/** What was done, or would be: line by line for what is new or changed, and what was skipped and why. */
export type Report = { created: Named[]; updated: Named[]; same: number; problems: Problem[] };
export type Named = { line: number; name: string };
type Kind = keyof typeof columns;

/** The separator of this file: what its first line has most of. */
const separator = (csv: string) => {
  const [head = ""] = csv.split(/\r?\n/, 1);
  return [",", ";", "\t"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
};

/** What is wrong with a row, once for each column: of languages parted by semicolons the first that is none. */
const firstByColumn = (error: z.ZodError) => {
  const first = new Map<string, string>();
  for (const [field, [why = "other"] = []] of Object.entries(fieldErrors(error))) {
    const [column = ""] = field.split(".");
    if (!first.has(column)) first.set(column, why);
  }
  return first;
};

type Raw = { info: Info; record: Record<string, string> };

/** Reads rows one by one: a broken one is named with its line and left out, the others go on. */
const readRows = <Row>(csv: string, kind: Kind, schema: z.ZodType<Row>): Result<{ rows: Line<Row>[]; problems: Problem[] }, "invalid"> => {
  const problems: Problem[] = [];
  const broken = (error: CsvError | undefined) => {
    const { lines, message } = error as CsvError & { lines?: number };
    problems.push({ line: lines ?? Number(/line (\d+)/.exec(message)?.[1] ?? 0), field: "", why: "row-broken" });
    return undefined;
  };
  const head = (names: string[]) => names.map((name) => name.trim().toLowerCase());
  let found: Raw[];
  let names: string[] = [];
  try {
    const options = { bom: true, delimiter: separator(csv), skip_empty_lines: true, trim: true, info: true, skip_records_with_error: true, on_skip: broken } as const;
    found = parse(csv.replaceAll("\r\n", "\n"), { ...options, columns: (all: string[]) => (names = head(all)) }) as unknown as Raw[];
  } catch {
    return refuse("invalid", { csv: ["no-table"] });
  }
  const missing = needed[kind].filter((name) => !names.includes(name));
  if (missing.length > 0) return refuse("invalid", { csv: ["column-missing", ...missing] });
  if (found.length > ROWS_LIMIT) return refuse("invalid", { csv: ["too-many-rows"] });
  const rows: Line<Row>[] = [];
  for (const { info, record } of found) {
    const known = Object.fromEntries(Object.entries(record).flatMap(([name, cell]) => ((columns[kind] as readonly string[]).includes(name) ? [[name, fromCsvCell(cell)]] : [])));
    const row = schema.safeParse(known);
    if (row.success) rows.push({ line: info.lines, value: row.data });
    else for (const [field, why] of firstByColumn(row.error)) problems.push({ line: info.lines, field, why });
  }
  return ok({ rows, problems });
};

const run =
  <Row>(kind: Kind, schema: z.ZodType<Row>, apply: (actor: Actor, rows: Line<Row>[], said: z.output<typeof ImportFile>) => Promise<Result<Report & { id: string }, string>>) =>
  async (actor: Actor, raw: unknown): Promise<Result<Report & { id: string; dryRun: boolean; csv: string }, "invalid" | "forbidden">> => {
    if (!mayImport(actor)) return refuse("forbidden");
    const said = ImportFile.safeParse(raw);
    if (!said.success) return refuse("invalid", fieldErrors(said.error));
    const { csv, dryRun } = said.data;
    const read = readRows(csv, kind, schema);
    if (!read.ok) return read;
    const done = await apply(actor, read.value.rows, said.data);
    if (!done.ok) return refuse("forbidden");
    const problems = [...read.value.problems, ...done.value.problems].sort((a, b) => a.line - b.line);
    return ok({ ...done.value, problems, dryRun, csv: dryRun ? csv : "" });
  };

/** People from a file. Made again from the same file, nothing changes; a changed unit ends one position and begins another. */
export const importPeople = run("people", PersonRow, applyPeople);
/** Units from a file, parents before or after their children. */
export const importUnits = run("units", UnitRow, applyUnits);
