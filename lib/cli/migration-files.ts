import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { queues } from "@/lib/platform/queues";

export const folder = path.resolve("prisma/migrations");
export const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };

/** The migrations, oldest first. */
export const migrations = () => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
};

/** The schema as it is written down now. */
export const schemaFiles = () =>
  readdirSync("prisma", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".prisma"))
    .sort()
    .map((file) => ({ path: `prisma/${file}`, content: readFileSync(path.join("prisma", file), "utf8") }));

/** Writes a new migration and returns its file. */
export const write = (name: string, sql: string, now: Date) => {
  const target = path.join(folder, `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(folder, lockfile.path), lockfile.content);
  writeFileSync(path.join(target, "migration.sql"), sql);
  return path.relative(".", path.join(target, "migration.sql"));
};

/** A short name for the state of the migrations, of the job queue's own schema, and of the queues. */
export const fingerprint = () => {
  const boss = createRequire(import.meta.url)("pg-boss/package.json") as { version: string };
  const hash = createHash("sha256").update(boss.version).update(queues.join());
  for (const { name, sql } of migrations()) hash.update(name).update(sql);
  return hash.digest("hex").slice(0, 12);
};
