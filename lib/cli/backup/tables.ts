import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { digest } from "./files.ts";
import type { TableEntry } from "./manifest.ts";

const rowsAtOnce = 500;
const bytesAtOnce = 4_000_000;

/** Of the job queue only what is still to be done: its queues and clocks are made by every deployment. */
const jobs = "pgboss.job";
const open = "WHERE state IN ('created', 'retry', 'active')";

/** What a row looks like in the backup, one JSON object; a job that was running is to be begun again. */
const lines = (name: string, columns: string[]) => {
  const named = columns.map((column) => (name === jobs && column === "state" ? `'created'::pgboss.job_state AS state` : `"${column}"`)).join(", ");
  return `SELECT row_to_json(one)::text AS line FROM (SELECT ${named} FROM ${name} ${name === jobs ? open : ""}) one`;
};

export const tables = async (client: pg.Client) => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ((n.nspname = 'public' AND c.relname <> '_prisma_migrations') OR (n.nspname = 'pgboss' AND c.relname = 'job'))
    ORDER BY 1`);
  return rows;
};

/** How many rows, and the sum of a digest of each: the same for the same rows in any order, on any server. */
export const tally = async (client: pg.Client, name: string, columns: string[]) => {
  const sum = `SELECT count(*)::int AS rows, coalesce(sum(('x' || left(md5(line), 15))::bit(60)::bigint::numeric), 0)::text AS sum FROM (${lines(name, columns)}) all_lines`;
  const { rows } = await client.query<{ rows: number; sum: string }>(sum);
  return rows[0] ?? { rows: 0, sum: "0" };
};

async function* fetched(client: pg.Client, sql: string) {
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM backup`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => `${line}\n`).join("");
  }
  await client.query("CLOSE backup");
}

/** Writes a table into the folder, one row a line, within the snapshot of the client's transaction. */
export const dump = async (client: pg.Client, folder: string, { name, columns }: { name: string; columns: string[] }): Promise<TableEntry> => {
  const file = `${name.replaceAll('"', "")}.jsonl.gz`;
  await pipeline(Readable.from(fetched(client, lines(name, columns))), createGzip(), createWriteStream(path.join(folder, file), { mode: 0o600 }));
  return { name, columns, ...(await tally(client, name, columns)), file, sha256: await digest(path.join(folder, file)) };
};

/** Reads a table back. Its columns are those of the backup. */
export const load = async (client: pg.Client, folder: string, { name, columns, file }: TableEntry) => {
  const named = columns.map((column) => `"${column}"`).join(", ");
  const insert = `INSERT INTO ${name} (${named}) OVERRIDING SYSTEM VALUE SELECT ${named} FROM json_populate_recordset(NULL::${name}, $1::json)`;
  let batch: string[] = [];
  let size = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(",")}]`]);
    batch = [];
    size = 0;
  };
  for await (const line of createInterface({ input: createReadStream(path.join(folder, file)).pipe(createGunzip()), crlfDelay: Infinity })) {
    batch.push(line);
    size += line.length;
    if (batch.length >= rowsAtOnce || size >= bytesAtOnce) await flush();
  }
  await flush();
};
