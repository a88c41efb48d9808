import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { importPeople, importUnits } from "@/lib/people/imports/commands";
import { system } from "@/lib/platform/actors";
import { messagesIn } from "@/lib/platform/i18n/messages";
import { say } from "../progress.ts";
import { Trouble } from "../trouble.ts";

const kinds = { people: importPeople, units: importUnits };
const shape = { "dry-run": { type: "boolean" }, invite: { type: "boolean" } } as const;

const said = (kind: string, args: string[]) => {
  const usage = `npm run import -- ${kind} FILE.csv [--dry-run]${kind === "people" ? " [--invite]" : ""}`;
  try {
    const { values, positionals } = parseArgs({ args, options: shape, allowPositionals: true });
    const [file, more] = positionals;
    if (!file || more !== undefined) throw new Trouble(usage);
    return { file: path.resolve(process.env.INIT_CWD ?? ".", file), dryRun: values["dry-run"] ?? false, invite: values.invite ?? false };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(`${(error as Error).message}\n${usage}`);
  }
};

/** `npm run import -- people|units FILE.csv`: the same command as the page in the administration. The exit code is 1 when a row failed. */
export const runFor = (kind: keyof typeof kinds) => async (args: string[]) => {
  const { file, ...how } = said(kind, args);
  if (!existsSync(file)) throw new Trouble(`There is no file ${file}.`);
  const done = await kinds[kind](system, { csv: readFileSync(file, "utf8"), ...how });
  if (!done.ok) throw new Trouble(`${path.basename(file)} cannot be imported: ${done.fields?.csv?.join(" ") ?? done.why}.`);
  const { created, updated, same, problems } = done.value;
  say(`${how.dryRun ? "Would create" : "Created"}: ${created.length}`);
  say(`${how.dryRun ? "Would update" : "Updated"}: ${updated.length}`);
  say(`Already there: ${same}`);
  if (problems.length > 0) say(`Failed: ${problems.length}`);
  const { account, errors } = await messagesIn("en");
  const words: Record<string, string> = { ...errors.fields, ...account.fields };
  for (const { line, field, why } of problems) say(`  ${path.basename(file)}, line ${line}: ${field && `${field}: `}${words[why] ?? why}`);
  return problems.length > 0 ? 1 : 0;
};
