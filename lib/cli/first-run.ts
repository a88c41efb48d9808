import { existsSync } from "node:fs";
import pg from "pg";
import { step } from "./progress.ts";
import { runScript } from "./programs.ts";
import { Trouble } from "./trouble.ts";

const program = "lib/cli/seed-demo.ts";
const marker = "the demo organisation is being written";

const ask = async <T>(url: string, work: (client: pg.Client) => Promise<T>) => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Whether an earlier start was killed while it wrote the demo: then the database holds half of it and nothing else. */
export const halfSeeded = (url: string) =>
  ask(url, async (client) => {
    const { rows } = await client.query<{ said: string | null }>("SELECT shobj_description(oid, 'pg_database') AS said FROM pg_database WHERE datname = current_database()");
    return rows[0]?.said === marker;
  });

const isEmpty = (url: string) =>
  ask(url, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT FROM "Organisation") AND NOT EXISTS (SELECT FROM "User") AS empty`);
    return rows[0]?.empty === true;
  });

const comment = (url: string, text: string) =>
  ask(url, async (client) => {
    const name = client.escapeIdentifier(new URL(url).pathname.slice(1));
    await client.query(`COMMENT ON DATABASE ${name} IS ${client.escapeLiteral(text)}`);
  });

/** Writes the demo organisation into a database that has nobody in it. The mark stays until all of it is there. */
export const seedIfEmpty = async (url: string) => {
  if (!existsSync(program) || !(await isEmpty(url))) return;
  await step("Writing the demo organisation", async (note) => {
    await comment(url, marker);
    const { code, output } = await runScript(program, [], { env: { DATABASE_URL: url }, seen: (piece) => note(piece.trim().split("\n").at(-1) ?? "") });
    if (code !== 0) throw new Trouble(`${output.trim()}\n\nThe demo organisation could not be written for the reason above; DEMO=0 starts without it.`);
    await comment(url, "");
  });
};
