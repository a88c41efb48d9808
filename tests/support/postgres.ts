import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { account, mayEnter } from "@/lib/cli/postgres/account";
import { binaries } from "@/lib/cli/postgres/binaries";
import { create, launch, ownFolder } from "@/lib/cli/postgres/cluster";
import { addressOf } from "@/lib/cli/postgres/embedded";

const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off", max_connections: "200" };

/** Stops the server and removes its folder when our end of the pipe closes: when we say so, or die. */
const guard = 'cat > /dev/null; "$1/bin/pg_ctl" stop -D "$2/cluster" -m immediate -w -s; rm -rf "$2"';

/** A PostgreSQL server for tests: the one at `TEST_ADMIN_URL`, or our own in a temporary folder until `close`. */
export const openTestPostgres = async () => {
  if (process.env.TEST_ADMIN_URL) return { adminUrl: process.env.TEST_ADMIN_URL, close: async () => undefined };
  const who = account();
  const parent = [tmpdir(), "/tmp", "/var/tmp"].find((folder) => mayEnter(who, folder)) ?? tmpdir();
  const folder = mkdtempSync(path.join(parent, "stepwell-test-"));
  ownFolder(folder, who);
  const cluster = { native: binaries(who, folder), data: path.join(folder, "cluster"), who, password: "test" };
  const watch = spawn("sh", ["-c", guard, "sh", cluster.native, folder], { ...who, cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });
  await create(cluster);
  const port = await launch(cluster, careless);
  const close = () =>
    new Promise<void>((resolve) => {
      watch.on("exit", () => resolve());
      watch.stdin.end();
    });
  return { adminUrl: addressOf("postgres", cluster.password, port, "postgres"), close };
};

export const withDatabase = (adminUrl: string, name: string) => Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;

/** Runs statements one by one, each outside a transaction, as CREATE DATABASE wants it. */
export const administer = async (adminUrl: string, ...statements: string[]) => {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A copy of the template in milliseconds; returns its address. */
export const clone = async (adminUrl: string, template: string, name: string) => {
  await administer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return withDatabase(adminUrl, name);
};
