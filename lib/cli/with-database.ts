import { existsSync } from "node:fs";
import { generate } from "./build.ts";
import { openDatabase } from "./database.ts";
import { deploy } from "./migrations.ts";
import { keepOutputClean } from "./progress.ts";
import { ended, startScript } from "./programs.ts";
import { settle } from "./settings.ts";
import { main, Trouble } from "./trouble.ts";

/** Node lets its memory grow long before it looks for what is free; an import of gigabytes is to stay within 300 MB. */
const frugal = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --max-old-space-size=192 --max-semi-space-size=8`.trim() };

/** Runs a program with the portal's settings and its database up: that of a running portal, or one started for it alone. */
await main(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!program || !existsSync(program)) throw new Trouble(`There is no program ${program}.`);
  keepOutputClean();
  await settle();
  await generate();
  const database = await openDatabase();
  try {
    if (database.embedded && program !== "lib/cli/restore.ts") await deploy(database.url);
    const child = startScript(program, args, frugal);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
    return await ended(child);
  } finally {
    await database.close();
  }
});
process.exit();
