/**
 * Migrations without the downloaded schema engine: the official engine as WebAssembly, over the same driver adapters as
 * the client. It keeps `_prisma_migrations` exactly as `prisma migrate deploy` does.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { migrations, schemaFiles } from "./migration-files.ts";

/** Tables that SQL migrations make and Prisma's schema does not describe: `check` leaves them alone. */
const filters = { externalTables: [], externalEnums: [] };

/** The engine's imports; its ten-second lock timer, never cleared, must not keep a finished program waiting. */
const imports = Object.fromEntries(
  Object.entries(glue).map(([name, value]) => [name, name.startsWith("__wbg_setTimeout") ? (run: () => void, ms: number) => setTimeout(run, ms).unref() : value]),
);

const engineOver = async (adapter: SqlMigrationAwareDriverAdapterFactory) => {
  const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": imports });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const datamodels = schemaFiles().map(({ path, content }) => [path, content] as [string, string]);
  return glue.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
};

/** The shadow database: PostgreSQL in memory, with the extensions that the migrations create. */
class Shadow extends PrismaPGlite {
  override connectToShadowDb() {
    return new PrismaPGlite(new PGlite({ extensions: { pg_trgm, unaccent } })).connect();
  }
}

/** The SQL that takes the migrations to the schema; empty when they agree. */
export const pending = async () => {
  const engine = await engineOver(new Shadow(new PGlite()));
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...migrations() },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout?.includes("empty migration") ? "" : (stdout ?? "");
};

/** Creates or updates the schema of the job queue, which pg-boss looks after itself. */
const deployQueue = async (connectionString: string) => {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined); // what fails is thrown by start
  await boss.start();
  await boss.stop({ graceful: false });
};

/** Applies what is pending and returns the names; two servers that start together take turns. */
export const deploy = async (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const turn = await pool.connect();
  try {
    await turn.query("SELECT pg_advisory_lock(hashtext('stepwell migrations'))");
    const engine = await engineOver(new PrismaPg(pool));
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrations(), filters });
    await deployQueue(url);
    return appliedMigrationNames;
  } finally {
    turn.release(true);
    await pool.end();
  }
};
