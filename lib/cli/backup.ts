import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { copyFolder } from "./backup/files.ts";
import { type TableEntry, writeManifest } from "./backup/manifest.ts";
import { dump, tables } from "./backup/tables.ts";
import { applied } from "./migrations.ts";
import { say, step } from "./progress.ts";
import { main, Trouble } from "./trouble.ts";

const target = () => {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Trouble("Usage: npm run backup -- DIR");
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Trouble(`${folder} is not empty: name a new folder, so that no earlier backup is lost.`);
  try {
    for (const part of ["tables", "files"]) mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Trouble(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): name another folder.`);
  }
  return folder;
};

/** Copies one state of the database, and the files, while the portal goes on. */
await main(async () => {
  const folder = target();
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const client = new pg.Client(env().DATABASE_URL);
  await client.connect();
  await client.query("SET TimeZone = 'UTC'; SET search_path = public; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const at = new Date().toISOString();
  const migrations = await applied(client);
  const entries = await step("Saving the database", async (note) => {
    const all = await tables(client);
    const done: TableEntry[] = [];
    for (const table of all) {
      note(`${done.length} of ${all.length} tables`);
      done.push(await dump(client, path.join(folder, "tables"), table));
    }
    return done;
  });
  const files = await step("Saving the files", () => copyFolder(env().FILES_DIR, path.join(folder, "files")));
  await client.end();
  writeFileSync(path.join(folder, "secret"), env().NEXTAUTH_SECRET, { mode: 0o600 });
  writeManifest(folder, { format: 1, version, at, migrations, tables: entries, files });
  say(`${entries.reduce((sum, { rows }) => sum + rows, 0)} rows of ${entries.length} tables and ${files.length} files are in ${folder}. It can be read by whoever reads the folder: keep it safe.`);
});
