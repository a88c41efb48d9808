import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listPeopleForFile, listUnitsForFile } from "@/lib/people/exports/queries";
import { columns } from "@/lib/people/imports/schema";
import { system } from "@/lib/platform/actors";
import { csvLine } from "@/lib/platform/text/csv";
import { say } from "../progress.ts";
import { Trouble } from "../trouble.ts";

const lists = { people: listPeopleForFile, units: listUnitsForFile };

/** `npm run export -- people|units [FILE.csv]`: in the columns of the import; without a file, on standard output. */
export const runFor = (kind: keyof typeof lists) => async ([typed, more]: string[]) => {
  if (more !== undefined) throw new Trouble(`npm run -s export -- ${kind} [FILE.csv]`);
  const file = typed && path.resolve(process.env.INIT_CWD ?? ".", typed);
  if (file && existsSync(file)) throw new Trouble(`${file} is already there: name another file, so that nothing is written over.`);
  const { rows, without } = await lists[kind](system);
  const names = columns[kind];
  const csv = csvLine(names) + rows.map((row) => csvLine(names.map((name) => (row as Record<string, unknown>)[name]))).join("");
  if (!file) return void process.stdout.write(csv);
  try {
    writeFileSync(file, csv, { mode: 0o600 });
  } catch (error) {
    throw new Trouble(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  say(`${rows.length} ${kind} are in ${file}.${without > 0 ? ` ${without} without a mail address are not: a file knows people by theirs.` : ""}`);
};
