import pg from "pg";
import { afterAll, beforeEach, inject } from "vitest";
import { clone } from "./postgres";

const { adminUrl, template, run } = inject("postgres");
process.env.DATA_DIR = inject("dataDir");
process.env.DATABASE_URL = await clone(adminUrl, template, `${run}_${process.env.VITEST_POOL_ID}`);

const client = new pg.Client(process.env.DATABASE_URL);
client.on("error", () => undefined); // the next file drops this database while we may still be leaving
await client.connect();

/** Tables that the migrations themselves filled (catalogues) keep their rows; queues are configuration, jobs are not. */
const tables = async () => {
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname = 'pgboss' AND tablename = 'job')`);
  return rows.map(({ name }) => name);
};
const filled = async (names: string[]) => {
  if (names.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(names.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`).join(" UNION ALL "));
  return rows.map(({ name }) => name);
};

const all = await tables();
const catalogues = new Set(await filled(all));
const emptied = all.filter((name) => !catalogues.has(name));

beforeEach(async () => {
  const dirty = await filled(emptied);
  if (dirty.length > 0) await client.query(`TRUNCATE ${dirty.join(", ")} CASCADE`);
});
afterAll(() => client.end());
