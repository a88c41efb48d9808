import { expect, inject, onTestFinished, test } from "vitest";
import { lettersMissing } from "@/lib/cli/database";
import { administer, withDatabase } from "@/tests/support/postgres";

const { adminUrl, run } = inject("postgres");

test("a database that takes Russian letters for none is named at the start, another is not", async () => {
  const name = `${run}_letters`;
  await administer(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0 LC_CTYPE 'C'`);
  onTestFinished(() => administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  await administer(withDatabase(adminUrl, name), "CREATE EXTENSION pg_trgm");

  expect(await lettersMissing(withDatabase(adminUrl, name))).toContain("LC_CTYPE C");
  expect(await lettersMissing(process.env.DATABASE_URL ?? "")).toBeNull();
});
