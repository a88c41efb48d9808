import { db } from "@/lib/platform/db";
import { main, Trouble } from "../trouble.ts";

const usage = `Usage:
  npm run -s export -- people [FILE.csv]
  npm run -s export -- units [FILE.csv]
  npm run export -- discussions DIR --community SLUG`;

type Program = { run: (args: string[]) => Promise<void> };

const programs: Record<string, () => Promise<Program>> = {
  people: async () => ({ run: (await import("./people.ts")).runFor("people") }),
  units: async () => ({ run: (await import("./people.ts")).runFor("units") }),
  discussions: () => import("./discussions.ts"),
};

/** `npm run export -- KIND …`: what the imports take, out again. Run by whoever runs the machine, who may read everything. */
await main(async () => {
  const [kind = "", ...args] = process.argv.slice(2);
  const program = programs[kind];
  if (!program) throw new Trouble(usage);
  try {
    await (await program()).run(args);
  } finally {
    await db.$disconnect();
  }
});
process.exit();
