import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { administer, openTestPostgres } from "./postgres";
import { template } from "./template";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { adminUrl: string; template: string; run: string };
    dataDir: string;
  }
}

/** Builds one migrated template; every worker clones it in milliseconds. */
export default async function (project: TestProject) {
  const { adminUrl, close } = await openTestPostgres();
  const ready = await template(adminUrl).catch((error) => close().then(() => Promise.reject(error)));
  const run = `stepwell_${randomBytes(4).toString("hex")}`;
  project.provide("postgres", { adminUrl, template: ready, run });
  const dataDir = mkdtempSync(path.join(tmpdir(), "stepwell-data-"));
  project.provide("dataDir", dataDir);
  return async () => {
    rmSync(dataDir, { recursive: true, force: true });
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
