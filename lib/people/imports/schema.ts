import { z } from "zod";
import { Category, Day, Email, filled, Language, Name, orEmpty, orNothing, text } from "../schema";
import { Code } from "../units/schema";

export type Line<Row> = { line: number; value: Row };

const stored = { staff: "STAFF", manager: "MANAGER" } as const;

/** One row of people.csv, in the columns of the public interface; those that the file does not have say nothing. */
export const PersonRow = z
  .object({
    email: Email,
    name: Name,
    unit: orEmpty(Code).optional(),
    position: text(120).optional(),
    starts_on: orNothing(Day),
    manager_email: orEmpty(Email).optional(),
    category: z.string().trim().toLowerCase().transform((said) => said || "staff").pipe(Category).optional(),
    languages: z
      .string()
      .transform((said) => [...new Set(said.split(";").map((one) => one.trim()).filter(Boolean))])
      .pipe(z.array(Language).max(20, "too-many-words"))
      .optional(),
  })
  .transform(({ starts_on, manager_email, category, ...row }) => ({ ...row, startsOn: starts_on, manager: manager_email, category: category && stored[category] }));

const yes = ["1", "true", "yes", "x"];
const no = ["", "0", "false", "no"];

/** One row of units.csv. */
export const UnitRow = z
  .object({
    code: Code,
    name: filled(120),
    parent_code: orEmpty(Code).default(""),
    satellite: z.string().trim().toLowerCase().default("").refine((said) => yes.includes(said) || no.includes(said), "yes-or-no").transform((said) => yes.includes(said)),
  })
  .transform(({ parent_code, ...row }) => ({ ...row, parent: parent_code }));

export const columns = {
  people: ["email", "name", "unit", "position", "starts_on", "manager_email", "category", "languages"],
  units: ["code", "name", "parent_code", "satellite"],
} as const;
export const needed = { people: ["email", "name"], units: ["code", "name"] } as const;

/** Bytes of a file that a page takes; a file at the command line may be longer. */
export const FILE_LIMIT = 5_000_000;
export const ROWS_LIMIT = 20_000;

const ticked = z.union([z.literal("on"), z.boolean()]).optional().transform(Boolean);
/** A file as a form or a program hands it over. `dryRun`: only say what would happen. `invite`: mail those who are new. */
export const ImportFile = z.strictObject({ csv: z.string().min(1, "required"), dryRun: ticked, invite: ticked });

const rows = <Row>() => z.custom<Line<Row>[]>((value) => Array.isArray(value));
/** What has been read of it, for the command. */
export const ImportPeople = z.strictObject({ rows: rows<z.output<typeof PersonRow>>(), invite: z.boolean() });
export const ImportUnits = z.strictObject({ rows: rows<z.output<typeof UnitRow>>() });
