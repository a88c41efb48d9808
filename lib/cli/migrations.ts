import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { createQueues } from "@/lib/platform/queues";
import { migrations } from "./migration-files.ts";
import { Trouble } from "./trouble.ts";

/** The list of applied migrations, in the very form that `prisma migrate` keeps it. */
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
const record = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)`;

/** The names of the migrations that a database has. */
export const applied = async (client: pg.ClientBase) => {
  const { rows } = await client.query<{ name: string }>(`SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`);
  return rows.map(({ name }) => name);
};

type Migration = { name: string; sql: string };

/**
 * A migration and its record are one transaction: killed at any moment, it has happened or it has not. One that cannot be
 * (an index built CONCURRENTLY on a live table) is a file with that one statement, which must bear being run again.
 */
const apply = async (client: pg.PoolClient, { name, sql }: Migration) => {
  const alone = /\bCONCURRENTLY\b/i.test(sql);
  try {
    await client.query(alone ? "SET lock_timeout = '10s'" : "BEGIN; SET LOCAL lock_timeout = '10s'");
    await client.query(sql);
    await client.query(record, [randomUUID(), createHash("sha256").update(sql).digest("hex"), name]);
    if (!alone) await client.query("COMMIT");
  } catch (error) {
    if (!alone) await client.query("ROLLBACK");
    throw new Trouble(`The migration ${name} could not be applied, and nothing of it was: ${(error as Error).message}.`);
  }
};

/** Creates or updates the schema of the job queue, which pg-boss looks after itself. */
const deployQueue = async (pool: pg.Pool) => {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, supervise: false, schedule: false });
  boss.on("error", () => undefined); // what fails is thrown by start
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false });
};

/** Applies what is pending (of `wanted`, where a backup is older) and returns the names; two servers that start together take turns. */
export const deploy = async (url: string, wanted?: string[]) => {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('stepwell migrations'))");
    await client.query("SET client_min_messages = warning");
    await client.query(table);
    const known = new Set(await applied(client));
    const pending = migrations().filter(({ name }) => !known.has(name) && (wanted?.includes(name) ?? true));
    for (const migration of pending) await apply(client, migration);
    await deployQueue(pool);
    return pending.map(({ name }) => name);
  } finally {
    client.release(true);
    await pool.end();
  }
};
