import pg from "pg";

const waiting = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** Runs contenders at one row so that all have read it before any may write it; fails when they never meet there. */
export const race = async <T>(row: { table: string; id: string }, contenders: (() => Promise<T>)[]): Promise<T[]> => {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rowCount } = await client.query(`SELECT FROM ${client.escapeIdentifier(row.table)} WHERE id = $1 FOR UPDATE`, [row.id]);
    if (rowCount !== 1) throw new Error(`no row ${row.id} in ${row.table} to race for`);
    const results = Promise.all(contenders.map((run) => run()));
    results.catch(() => undefined); // said again by the await below
    const deadline = Date.now() + 5000;
    for (;;) {
      await client.query("SELECT pg_stat_clear_snapshot()"); // else a transaction sees the same activity forever
      const { rows } = await client.query<{ n: number }>(waiting);
      if ((rows[0]?.n ?? 0) >= contenders.length) break;
      if (Date.now() > deadline) throw new Error(`only ${rows[0]?.n} of ${contenders.length} contenders met at ${row.table}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await client.query("COMMIT");
    return await results;
  } finally {
    await client.end();
  }
};
