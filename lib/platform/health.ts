import "server-only";
import { readdirSync } from "node:fs";
import { db } from "./db";

const held = globalThis as { stepwellEnding?: boolean };
let wanted: string[] | undefined;

/** The migrations that this release brings, by name: read once, since a new release is a new process. */
const migrations = () =>
  (wanted ??= readdirSync(/* turbopackIgnore: true */ "prisma/migrations", { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])));

/** Said once this server has been asked to end: whoever shares the work out sends it nothing more. */
export const sayEnding = () => {
  held.stepwellEnding = true;
};

export type Readiness = "ready" | "ending" | "no database" | "migrations are missing";

/** Whether requests can be answered: the database does, and has every migration of this release; later ones do no harm. */
export const readiness = async (): Promise<Readiness> => {
  if (held.stepwellEnding) return "ending";
  try {
    const [row] = await db.$queryRaw<{ missing: number }[]>`
      SELECT count(*)::int missing FROM unnest(${migrations()}::text[]) wanted
      WHERE NOT EXISTS (SELECT 1 FROM "_prisma_migrations" m WHERE m.migration_name = wanted AND m.finished_at IS NOT NULL AND m.rolled_back_at IS NULL)`;
    return row?.missing === 0 ? "ready" : "migrations are missing";
  } catch {
    return "no database";
  }
};
