import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import type { Errand } from "./errands";
import { type Asked, type Figures, load } from "./load";
import { scriptsOf, statementsOf } from "./measure";
import { type Program, used } from "./processes";

/** Where an errand is done: the server that answers, and what works for it. */
export type Site = { address: string; portal: Program; database: Program | null; server: pg.Client; client: pg.Client | null };
/** `cpu`: seconds of processor for a thousand requests, asked for over sixteen connections. */
export type Row = { name: string; cpu: { server: number; database: number }; at: Figures[]; statements: number | null; html: number | null; scripts: number | null };

const behind = `SELECT count(*)::int jobs FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name !~ '^(clock|letter|__pgboss)'`;

/** Waits until the jobs that were sent have been done: what a write leaves behind is part of its price. */
const settled = async ({ client }: Site) => {
  for (let waited = 0; waited < 600; waited++) {
    const { rows } = (await client?.query<{ jobs: number }>(behind)) ?? { rows: [] };
    if (!rows[0]?.jobs) return;
    await sleep(200);
  }
  throw new Error("The jobs of the portal were not done after two minutes.");
};

/** One errand over so many connections for about so many seconds, and the processor time it took. */
const turn = async (site: Site, errand: Errand, connections: number, amount: number) => {
  const spent = () => ({ server: used(site.portal), database: site.database ? used(site.database) : 0 });
  const before = spent();
  const figures = await load(site.address, errand.next, { connections, amount });
  if (errand.writes) await settled(site);
  const after = spent();
  return { figures, cpu: { server: (after.server - before.server) / amount, database: (after.database - before.database) / amount } };
};

/** What one request is made of: statements, bytes; of a page also its scripts, over what an empty page ships. */
const madeOf = async ({ server, address }: Site, next: () => Asked, empty: number) => {
  const { answer, statements } = await statementsOf(server, address, next);
  const asked = next();
  if (answer.status >= 300) throw new Error(`${asked.path} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`);
  const page = !asked.path.startsWith("/api/");
  const scripts = page ? (await scriptsOf({ address, headers: asked.headers }, gunzipSync(answer.body).toString())) - empty : null;
  return { statements: statements.reduce((sum, { calls }) => sum + calls, 0), html: answer.bytes, scripts };
};

/** An errand, once the server is warm, over every number of connections it is asked for. */
export const round = async (site: Site, errand: Errand, { seconds, connections, empty }: { seconds: number; connections: readonly number[]; empty: number }): Promise<Row> => {
  const made = errand.name === "the mix" ? { statements: null, html: null, scripts: null } : await madeOf(site, errand.next, empty);
  const { perSecond } = await load(site.address, errand.next, { connections: 4, amount: 20 * seconds });
  const row: Row = { name: errand.name, cpu: { server: Number.NaN, database: Number.NaN }, at: [], ...made };
  for (const count of errand.connections.filter((one) => connections.includes(one))) {
    const { figures, cpu } = await turn(site, errand, count, Math.max(3 * count, Math.ceil(perSecond * seconds)));
    row.at.push(figures);
    if (count === 16) row.cpu = cpu;
  }
  return row;
};
