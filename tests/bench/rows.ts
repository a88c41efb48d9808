import pg from "pg";

const at = 2000;

/** Writes rows of a table, some thousands at once. */
export const rowsInto = (client: pg.Client, table: string) => {
  let columns = "";
  let held: object[] = [];
  const flush = async () => {
    if (held.length > 0) await client.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`, [JSON.stringify(held)]);
    held = [];
  };
  const add = async (row: object) => {
    columns ||= Object.keys(row).map((name) => `"${name}"`).join(", ");
    if (held.push(row) >= at) await flush();
  };
  return { add, flush };
};

/** Runs `work` without the indexes that cost most while a table is filled, and makes them anew afterwards. */
export const withoutSlowIndexes = async (client: pg.Client, work: () => Promise<void>) => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%' AND tablename IN ('SearchDocument', 'Discussion')`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  await client.query("SET maintenance_work_mem = '512MB'");
  for (const { definition } of rows) await client.query(definition);
};
