import pg from "pg";
import { step } from "./progress.ts";
import { runScript } from "./programs.ts";
import { Trouble } from "./trouble.ts";

const isEmpty = async (url: string) => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT FROM "Organisation") AND NOT EXISTS (SELECT FROM "User") AS empty`);
  await client.end();
  return rows[0]?.empty === true;
};

/** Writes the demo organisation into a database that has nobody in it, whole or (when killed) not at all. */
export const seedIfEmpty = async (url: string) => {
  if (!(await isEmpty(url))) return;
  await step("Writing the demo organisation", async (note) => {
    const seen = (piece: string) => note(piece.trim().split("\n").at(-1) ?? "");
    const { code, output } = await runScript("lib/cli/seed-demo.ts", [], { env: { DATABASE_URL: url }, seen });
    if (code !== 0) throw new Trouble(`${output.trim()}\n\nThe demo organisation could not be written for the reason above; DEMO=0 starts without it.`);
  });
};
