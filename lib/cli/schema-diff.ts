/**
 * What separates the migrations from the schema, found without the schema engine that Prisma wants to download: the
 * official engine as WebAssembly, over a PostgreSQL in memory.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { folder, lockfile, migrations, schemaFiles } from "./migration-files.ts";

/** Tables and enumerations that SQL migrations make and Prisma's schema does not describe would be named here. */
const filters = { externalTables: [], externalEnums: [] };

/** Both databases of the engine: its own and the shadow, with the extensions that the migrations create. */
class InMemory extends PrismaPGlite {
  override connectToShadowDb() {
    return new PrismaPGlite(new PGlite({ extensions: { pg_trgm, unaccent } })).connect();
  }
}

const engine = async () => {
  const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const datamodels = schemaFiles().map(({ path, content }) => [path, content] as [string, string]);
  return glue.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(new InMemory(new PGlite())));
};

const migrationDirectories = () => migrations().map(({ name, sql }) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } } }));

/** The SQL that takes the migrations to the schema; empty when they agree. */
export const schemaDiff = async () => {
  const { stdout } = await (await engine()).diff({
    from: { tag: "migrations", baseDir: folder, lockfile, shadowDbInitScript: "", migrationDirectories: migrationDirectories() },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout?.includes("empty migration") ? "" : (stdout ?? "");
};
