import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { withoutConstraints } from "./backup/constraints.ts";
import { copyFolder, verifyFile } from "./backup/files.ts";
import { type Manifest, readManifest } from "./backup/manifest.ts";
import { load, tables, tally } from "./backup/tables.ts";
import { migrations } from "./migration-files.ts";
import { applied, deploy } from "./migrations.ts";
import { say, step } from "./progress.ts";
import { main, Trouble } from "./trouble.ts";

const source = () => {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Trouble("Usage: npm run restore -- DIR");
  return folder;
};

const checked = async (folder: string, manifest: Manifest) => {
  for (const { file, sha256 } of manifest.tables) await verifyFile(path.join(folder, "tables", file), sha256);
  for (const { file, sha256 } of manifest.files) await verifyFile(path.join(folder, "files", file), sha256);
  const known = new Set(migrations().map(({ name }) => name));
  if (manifest.migrations.some((name) => !known.has(name))) throw new Trouble(`The backup was made by a newer release (${manifest.version}): restore it with that release.`);
};

/** Brings the database to the level of the backup; refuses one that holds people or is further on. */
const prepared = async (client: pg.Client, url: string, manifest: Manifest) => {
  await deploy(url, manifest.migrations);
  const { rowCount } = await client.query('SELECT FROM "User" LIMIT 1');
  const beyond = (await applied(client)).some((name) => !manifest.migrations.includes(name));
  if (rowCount || beyond) throw new Trouble("The database is not empty, and a backup is restored only into an empty one: name another with DATABASE_URL, or another folder with DATA_DIR. Nothing was changed.");
};

const fill = async (client: pg.Client, folder: string, manifest: Manifest, note: (detail: string) => void) => {
  await client.query("SET TimeZone = 'UTC'; SET search_path = public; BEGIN");
  const present = (await tables(client)).map(({ name }) => name);
  await withoutConstraints(client, present, async () => {
    await client.query(`TRUNCATE ${present.join(", ")}`);
    for (const [done, table] of manifest.tables.entries()) {
      note(`${done} of ${manifest.tables.length} tables`);
      await load(client, folder, table);
      const { rows, sum } = await tally(client, table.name, table.columns);
      if (rows !== table.rows || sum !== table.sum) throw new Trouble(`${table.name} came back with ${rows} rows that are not the ${table.rows} of the backup. Nothing was restored.`);
    }
  });
  await client.query("COMMIT");
};

/** The key of the backup, so that links in mails stay good; one that the environment names goes before it. */
const keepSecret = (folder: string) => {
  const [from, to] = [path.join(folder, "secret"), path.join(env().DATA_DIR, "secret")];
  if (existsSync(from)) writeFileSync(to, readFileSync(from), { mode: 0o600 });
};

await main(async () => {
  const folder = source();
  const manifest = readManifest(folder);
  const url = env().DATABASE_URL;
  await step("Checking the backup", () => checked(folder, manifest));
  const client = new pg.Client(url);
  await client.connect();
  try {
    await prepared(client, url, manifest);
    await step("Restoring the database", (note) => fill(client, path.join(folder, "tables"), manifest, note));
  } finally {
    await client.end(); // before COMMIT this leaves everything as it was
  }
  await step("Restoring the files", () => {
    mkdirSync(env().FILES_DIR, { recursive: true });
    return copyFolder(path.join(folder, "files"), env().FILES_DIR);
  });
  keepSecret(folder);
  await step("Applying newer migrations", () => deploy(url));
  say(`The state of ${manifest.at} is back: ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows and ${manifest.files.length} files, each compared with the backup.`);
});
