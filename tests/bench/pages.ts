import { gunzipSync } from "node:zlib";
import { say } from "@/lib/cli/progress";
import { get, rateOf, scriptsOf, type Statement, statementsOf, timesOf } from "./measure";
import { used } from "./processes";
import type { Filled } from "./portal";
import type { Site } from "./round";
import { makeVisitors } from "./visitors";

/** The pages that are measured, by what they are called in the table. */
export const pagesOf = ({ short, long, common, rare, misspelt }: Filled): Record<string, string> => {
  const place = "/communities/place-0";
  const search = (q: string) => `/search?q=${encodeURIComponent(q)}`;
  return {
    home: "/",
    communities: "/communities",
    community: place,
    "community, unanswered": `${place}?sort=unanswered`,
    "discussion, 5 replies": `${place}/discussions/${short}`,
    "discussion, 200 replies": `${place}/discussions/${long}`,
    members: `${place}/members`,
    tags: `${place}/tags`,
    people: "/people",
    "people, a word": "/people?q=library",
    "search, common word": search(common),
    "search, rare word": search(rare),
    "search, misspelt": search(misspelt),
    "api communities": "/api/v1/communities",
    "api discussions": `/api/v1${place}/discussions`,
    "api discussions by tag": `/api/v1${place}/discussions?tag=queue`,
    "api replies": `/api/v1/discussions/${long}/replies?limit=100`,
    "api members": `/api/v1${place}/members`,
    "api people": "/api/v1/people",
    "api units": "/api/v1/units",
    "api search": `/api/v1/search?q=${encodeURIComponent(common)}`,
  };
};

const line = (...cells: string[]) => cells.map((cell, place) => (place === 0 ? cell.padEnd(26) : cell.padStart(9))).join("");
const ms = (time: number) => time.toFixed(1);
const kb = (bytes: number) => (bytes / 1024).toFixed(1);
const sum = (all: Statement[], of: (one: Statement) => number) => all.reduce((total, one) => total + of(one), 0);

export type Asking = { requests: number; runs: number; sql: boolean; only: string };

const measure = async (site: Site, [name, path]: [string, string], headers: Record<string, string>, { requests, runs, sql, empty }: Asking & { empty: number }) => {
  const visitor = { address: site.address, headers };
  const { answer, statements } = await statementsOf(site.server, site.address, () => ({ path, headers: { "accept-encoding": "gzip", ...headers } }));
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  for (let warm = 0; warm < 20; warm++) await get(visitor, path);
  const spent = () => used(site.portal) + (site.database ? used(site.database) : 0);
  const before = spent();
  const times = await timesOf(visitor, path, { count: requests, runs });
  const work = (spent() - before) / (requests * runs);
  const rate = await rateOf(visitor, path, requests);
  const scripts = path.startsWith("/api/") ? "" : kb((await scriptsOf(visitor, gunzipSync(answer.body).toString())) - empty);
  say(line(name, rate.toFixed(0), ms(times.p50), ms(times.p95), ms(times.p99), ms(work), String(sum(statements, ({ calls }) => calls)), ms(sum(statements, (one) => one.ms)), kb(answer.bytes), scripts));
  if (sql) for (const one of statements) say(`    ${one.calls} × ${ms(one.ms)} ms  ${one.query.replace(/\s+/g, " ").slice(0, 150)}`);
};

/** Every main page one by one, as a single person meets it: `--pages`. */
export const eachPage = async ({ bare, site, filled, empty }: { bare: Site; site: Site; filled: Filled; empty: number }, asked: Asking) => {
  const [visitor] = site.client ? await makeVisitors(site.client, 1) : [];
  const { common, rare, misspelt } = filled;
  say(`searched for: ${common}, ${rare}, ${misspelt}\n`);
  say(line("page", "req/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "queries", "SQL ms", "HTML KB", "JS KB +"));
  await measure(bare, ["(an empty page)", "/"], {}, { ...asked, empty });
  for (const [name, path] of Object.entries(pagesOf(filled))) {
    const headers: Record<string, string> = path.startsWith("/api/") ? { authorization: `Bearer ${visitor?.token}` } : { cookie: visitor?.cookie ?? "" };
    if (name.includes(asked.only)) await measure(site, [name, path], headers, { ...asked, empty });
  }
};
