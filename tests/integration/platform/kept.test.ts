import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { kept, sql } from "@/lib/platform/sql";

test("a statement that is to be kept is kept, and planned once whatever its values; no other is", async () => {
  await db.$transaction(async (tx) => {
    for (let n = 0; n < 8; n++) expect(await tx.$queryRaw(sql`${kept} SELECT ${n}::int n, 'kept of this test' what`)).toEqual([{ n, what: "kept of this test" }]);
    await tx.$queryRaw`SELECT 'another of this test' what`;
    const rows = await tx.$queryRaw`SELECT generic_plans > 0 once FROM pg_prepared_statements WHERE statement LIKE '%of this test%' AND statement NOT LIKE '%pg_prepared%'`;
    expect(rows).toEqual([{ once: true }]);
  });
});
