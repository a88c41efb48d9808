import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { deploy } from "@/lib/cli/migrations";
import { fingerprint } from "@/lib/cli/migration-files";
import { administer, openTestPostgres, withDatabase } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { adminUrl: string; template: string; run: string };
  }
}

/** A migrated, empty database, made once for each state of the migrations and kept on a server that outlives us. */
export const template = async (adminUrl: string) => {
  const name = `stepwell_template_${fingerprint()}`;
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query("SELECT pg_advisory_lock(hashtext('stepwell_template'))");
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return name;
    const draft = `${name}_new`;
    await administer(adminUrl, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`, `CREATE DATABASE ${draft}`);
    await deploy(withDatabase(adminUrl, draft));
    await administer(adminUrl, `ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
};

/** Builds one migrated template; every worker clones it in milliseconds. */
export default async function (project: TestProject) {
  const { adminUrl, close } = await openTestPostgres();
  const ready = await template(adminUrl).catch((error) => close().then(() => Promise.reject(error)));
  const run = `stepwell_${randomBytes(4).toString("hex")}`;
  project.provide("postgres", { adminUrl, template: ready, run });
  return async () => {
    if (process.env.TEST_ADMIN_URL) {
      const client = new pg.Client(adminUrl);
      await client.connect();
      const { rows } = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)", [run]);
      await client.end();
      await administer(adminUrl, ...rows.map(({ name }) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    }
    await close();
  };
}
