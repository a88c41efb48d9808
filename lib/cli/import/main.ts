import { db } from "@/lib/platform/db";
import { stopWork } from "@/lib/platform/jobs";
import { main, Trouble } from "../trouble.ts";

const usage = `Usage:
  npm run import -- stackexchange DIR --community SLUG [--create] [--source URL] [--dry-run]
  npm run import -- people FILE.csv [--dry-run]
  npm run import -- units FILE.csv [--dry-run]`;

type Program = { run: (args: string[]) => Promise<number> };

const programs: Record<string, () => Promise<Program>> = {
  stackexchange: () => import("./stackexchange/run.ts"),
  people: async () => ({ run: (await import("./people.ts")).runFor("people") }),
  units: async () => ({ run: (await import("./people.ts")).runFor("units") }),
};

/** `npm run import -- KIND …`: each kind is a program of its own, run with the database up and migrated. */
await main(async () => {
  const [kind = "", ...args] = process.argv.slice(2);
  const program = programs[kind];
  if (!program) throw new Trouble(usage);
  try {
    return await (await program()).run(args);
  } finally {
    await stopWork();
    await db.$disconnect();
  }
});
process.exit();
