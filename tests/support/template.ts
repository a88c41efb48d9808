import pg from "pg";
import { fingerprint } from "@/lib/cli/migration-files";
import { deploy } from "@/lib/cli/migrations";
import { administer, withDatabase } from "./postgres";

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
