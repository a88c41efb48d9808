import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import { buildPortal, generate } from "@/lib/cli/build";
import { say } from "@/lib/cli/progress";
import { dataDir } from "@/lib/cli/settings";
import { main, Trouble } from "@/lib/cli/trouble";
import { get, rateOf, scriptsOf, type Statement, statementsOf, timesOf, type Visitor, workOf } from "./measure";
import { liftLimits, makeVisitor, pagesOf } from "./pages";
import { openBench, startEmpty, startPortal } from "./portal";

const shape = { posts: { type: "string", default: "10000" }, keep: { type: "boolean", default: false }, only: { type: "string", default: "" }, requests: { type: "string", default: "100" }, runs: { type: "string", default: "3" }, sql: { type: "boolean", default: false } } as const;
const usage = "Usage: npm run bench -- [--posts 10000] [--only WORDS] [--requests 100] [--runs 3] [--sql] [--keep]";

const said = () => {
  try {
    const { values } = parseArgs({ options: shape });
    const [posts, requests, runs] = [values.posts, values.requests, values.runs].map(Number);
    if (!posts || posts < 1000 || !requests || !runs) throw new Trouble(usage);
    return { ...values, posts, requests, runs };
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(`${(error as Error).message}\n${usage}`);
  }
};
type Said = ReturnType<typeof said>;

const line = (...cells: string[]) => cells.map((cell, place) => (place === 0 ? cell.padEnd(26) : cell.padStart(9))).join("");
const ms = (time: number) => time.toFixed(1);
const kb = (bytes: number) => (bytes / 1024).toFixed(1);
const sum = (all: Statement[], of: (one: Statement) => number) => all.reduce((total, one) => total + of(one), 0);

const measure = async ({ server, visitor, pid, empty }: { server: pg.Client; visitor: Visitor; pid: number; empty: number }, name: string, address: string, { requests, runs, sql }: Said) => {
  const { answer, statements } = await statementsOf(server, visitor, address);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  for (let warm = 0; warm < 20; warm++) await get(visitor, address);
  let times = { p50: 0, p95: 0, p99: 0 };
  const work = await workOf(server, pid, requests * runs, async () => (times = await timesOf(visitor, address, { count: requests, runs })));
  const rate = await rateOf(visitor, address, requests);
  const page = !address.startsWith("/api/");
  const scripts = page ? kb((await scriptsOf(visitor, gunzipSync(answer.body).toString())) - empty) : "";
  say(line(name, rate.toFixed(0), ms(times.p50), ms(times.p95), ms(times.p99), ms(work), String(sum(statements, ({ calls }) => calls)), ms(sum(statements, (one) => one.ms)), kb(answer.bytes), scripts));
  if (sql) for (const one of statements) say(`    ${one.calls} × ${ms(one.ms)} ms  ${one.query.replace(/\s+/g, " ").slice(0, 150)}`);
};

/** What every main page costs with so many posts, on a database and a portal of the bench's own, over loopback. */
await main(async () => {
  const asked = said();
  const folder = path.join(dataDir(), "bench");
  await generate();
  await buildPortal();
  const bench = await openBench(folder, asked.posts);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void bench.close(asked.keep).finally(() => process.exit(1)));
  try {
    const bare = await startEmpty(folder);
    const nobody = { address: bare.address, headers: {} };
    const empty = await scriptsOf(nobody, gunzipSync((await get(nobody, "/")).body).toString());
    const portal = await startPortal(bench.url, folder);
    try {
      await liftLimits(bench.client);
      const { cookie, token } = await makeVisitor(bench.client);
      const { common, rare, misspelt } = bench.filled;
      say(`\n${asked.posts} posts; searched for: ${common}, ${rare}, ${misspelt}; an empty page ships ${kb(empty)} KB of JavaScript (gzip)\n`);
      say(line("page", "req/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "queries", "SQL ms", "HTML KB", "JS KB +"));
      await measure({ server: bench.server, visitor: nobody, pid: bare.pid, empty }, "(an empty page)", "/", asked);
      for (const [name, address] of Object.entries(pagesOf(bench.filled))) {
        if (!name.includes(asked.only)) continue;
        const headers: Record<string, string> = address.startsWith("/api/") ? { authorization: `Bearer ${token}` } : { cookie };
        await measure({ server: bench.server, visitor: { address: portal.address, headers }, pid: portal.pid, empty }, name, address, asked);
      }
    } finally {
      await Promise.all([portal.stop(), bare.stop()]);
    }
  } finally {
    await bench.close(asked.keep);
  }
});
process.exit();
