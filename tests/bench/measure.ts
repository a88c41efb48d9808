import { Agent, request } from "node:http";
import { gzipSync } from "node:zlib";
import type pg from "pg";
import type { Asked } from "./load";

export type Visitor = { address: string; headers: Record<string, string> };
type Answer = { status: number; bytes: number; body: Buffer };

const agent = new Agent({ keepAlive: true });

/** One request as it is sent; resolves when the last byte is there. */
export const ask = (address: string, asked: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { path, headers, method = "GET", body } = asked;
    const sent = request(new URL(path, address), { agent, method, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => {
        const body = Buffer.concat(pieces);
        resolve({ status: answer.statusCode ?? 0, bytes: body.length, body });
      });
      answer.on("error", reject);
    });
    // a connection that was kept and is closed at the very moment of its next use: any browser asks again
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === "ECONNRESET") void ask(address, asked).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });

/** The same as a browser asks for a page. */
export const get = ({ address, headers }: Visitor, path: string) => ask(address, { path, headers: { "accept-encoding": "gzip", ...headers } });

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Milliseconds of a page, one request after the other. */
const times = async (visitor: Visitor, path: string, count: number) => {
  const all: number[] = [];
  for (let number = 0; number < count; number++) {
    const since = performance.now();
    const { status } = await get(visitor, path);
    all.push(performance.now() - since);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  return all.sort((one, other) => one - other);
};

/** Of several runs the one with the lowest median: what else the machine did meanwhile is nobody's fault here. */
export const timesOf = async (visitor: Visitor, path: string, { count, runs }: { count: number; runs: number }) => {
  const done: number[][] = [];
  for (let run = 0; run < runs; run++) done.push(await times(visitor, path, count));
  const best = done.sort((one, other) => at(one, 0.5) - at(other, 0.5))[0] ?? [];
  return { p50: at(best, 0.5), p95: at(best, 0.95), p99: at(best, 0.99) };
};

/** Requests a second, four at a time. */
export const rateOf = async (visitor: Visitor, path: string, count: number) => {
  const since = performance.now();
  let left = count;
  const one = async () => {
    while (left-- > 0) await get(visitor, path);
  };
  await Promise.all([one(), one(), one(), one()]);
  return (1000 * count) / (performance.now() - since);
};

const counted = `SELECT s.query, s.calls::int, s.total_exec_time + total_plan_time ms FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
  WHERE d.datname = 'stepwell' AND s.query !~* '^\\s*(BEGIN|COMMIT|ROLLBACK|SET|RESET|DEALLOCATE|LISTEN|SELECT set_config)\\M' AND s.query !~ 'pgboss|pg_advisory_xact_lock|pg_listening_channels|pg_notify' ORDER BY ms DESC`;

export type Statement = { query: string; calls: number; ms: number };

/** The statements that one request costs, as the server itself counted them: all but BEGIN, COMMIT and SET, and those of the job queue. */
export const statementsOf = async (server: pg.Client, address: string, asked: () => Asked) => {
  await ask(address, asked());
  await server.query("SELECT pg_stat_statements_reset()");
  const answer = await ask(address, asked());
  const { rows } = await server.query<Statement>(counted);
  return { answer, statements: rows };
};

const held = new Map<string, number>();

/** Bytes (gzip) of the scripts that a document names, whether as an element or among what React is to load. */
export const scriptsOf = async (visitor: Visitor, html: string) => {
  const named = new Set([...html.matchAll(/static\/chunks\/[\w./~%()[\]-]+?\.js/g)].map(([name]) => name));
  const old = new Set([...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].flatMap(([tag]) => /static\/chunks\/[^"?]+?\.js/.exec(tag) ?? []));
  let sum = 0;
  for (const name of named) {
    if (old.has(name)) continue;
    if (!held.has(visitor.address + name)) held.set(visitor.address + name, gzipSync((await get({ ...visitor, headers: { "accept-encoding": "identity" } }, `/_next/${name}`)).body).length);
    sum += held.get(visitor.address + name) ?? 0;
  }
  return sum;
};
