import { writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { buildPortal, generate } from "@/lib/cli/build";
import { say } from "@/lib/cli/progress";
import { dataDir } from "@/lib/cli/settings";
import { main } from "@/lib/cli/trouble";
import { asked as read } from "./asked";
import { errandsOf } from "./errands";
import { get, scriptsOf } from "./measure";
import { eachPage } from "./pages";
import { openBench, startEmpty, startPortal } from "./portal";
import { memoryOf, pin } from "./processes";
import { besideQuitters } from "./quitters";
import { round, type Row, type Site } from "./round";
import { foot, head, line, machine, type Report } from "./table";
import { liftLimits } from "./visitors";

type Sites = { bare: Site; site: Site; filled: Awaited<ReturnType<typeof openBench>>["filled"]; empty: number };

/** Every errand in turn, the empty page first; then those who give up. */
const roundOf = async ({ bare, site, filled, empty }: Sites, asked: ReturnType<typeof read>, pinned: boolean) => {
  const report: Report = { posts: asked.posts, date: new Date().toISOString(), machine: machine(), pinned, emptyScripts: empty, rows: [], memory: Number.NaN, quitters: null };
  const show = (row: Row) => {
    line(row, report.rows[0]);
    report.rows.push(row);
  };
  head();
  const nothing = { name: "an empty page", next: () => ({ path: "/", headers: { "accept-encoding": "gzip" } }), connections: [1, 16, 64] };
  show(await round(bare, nothing, { ...asked, empty }));
  if (!site.client) return report;
  const errands = (await errandsOf(site.client, site.address, filled)).filter(({ name }) => name.includes(asked.only));
  for (const errand of errands) show(await round(site, errand, { ...asked, empty }));
  report.memory = memoryOf(site.portal);
  const mix = errands.find(({ name }) => name === "the mix");
  if (mix) report.quitters = await besideQuitters(site.address, mix.next, Math.max(100, Math.ceil((report.rows.at(-1)?.at.at(-1)?.perSecond ?? 10) * asked.seconds)));
  foot(report);
  return report;
};

/** What the main pages cost with so many posts, on a database and a portal of the bench's own, over loopback. */
await main(async () => {
  const asked = read();
  const folder = path.join(dataDir(), "bench");
  await generate();
  await buildPortal();
  const bench = await openBench(folder, asked.posts);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void bench.close(asked.keep).finally(() => process.exit(1)));
  try {
    await liftLimits(bench.client);
    const [bare, portal] = [await startEmpty(), await startPortal(bench.url, folder)];
    try {
      const nobody = { address: bare.address, headers: {} };
      const empty = await scriptsOf(nobody, gunzipSync((await get(nobody, "/")).body).toString());
      const pinned = [bench, bare, portal].every((one) => pin(one, 0)) && pin(process, 1);
      await bench.client.query("CHECKPOINT");
      const sites: Sites = {
        bare: { address: bare.address, portal: bare, database: null, server: bench.server, client: null },
        site: { address: portal.address, portal, database: bench, server: bench.server, client: bench.client },
        filled: bench.filled,
        empty,
      };
      say(`\n${asked.posts} posts; ${machine()}; ${pinned ? "server and database on one processor, the load on another" : "server, database and load share the processors"}; an empty page ships ${(empty / 1024).toFixed(1)} KB of JavaScript (gzip)\n`);
      if (asked.pages) await eachPage(sites, asked);
      else {
        const report = await roundOf(sites, asked, pinned);
        if (asked.json) writeFileSync(asked.json, `${JSON.stringify(report, null, 2)}\n`);
      }
    } finally {
      await Promise.all([portal.stop(), bare.stop()]);
    }
  } finally {
    await bench.close(asked.keep);
  }
});
process.exit();
