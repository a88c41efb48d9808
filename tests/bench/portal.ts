import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort } from "@/lib/cli/ports";
import { openEmbedded } from "@/lib/cli/postgres/embedded";
import { deploy } from "@/lib/cli/migrations";
import { ended, runScript, scriptOf, startScript } from "@/lib/cli/programs";
import { step } from "@/lib/cli/progress";
import { Trouble } from "@/lib/cli/trouble";
import { answers, serve } from "../support/serve";
import { fill } from "./fill";

export type Filled = { posts: number; short: string; long: string; twenty: string[]; common: string; rare: string; misspelt: string; pairs: string[] };

const connect = async (url: string, over: Partial<Record<"username" | "pathname", string>>) => {
  const client = new pg.Client(Object.assign(new URL(url), over).href);
  client.on("error", () => undefined);
  await client.connect();
  return client;
};

const filledIn = async (client: pg.Client): Promise<Filled | null> => {
  const { rows } = await client.query<{ said: string | null }>("SELECT obj_description('public'::regnamespace, 'pg_namespace') said");
  return rows[0]?.said?.startsWith("{") ? (JSON.parse(rows[0].said) as Filled) : null;
};

/** A PostgreSQL of the bench alone, with so many posts; one that was kept is taken as it is. */
export const openBench = async (folder: string, posts: number) => {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const opened = await step("Starting a database of the bench's own", () => openEmbedded(folder, { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track_planning": "on" }));
  process.env.DATABASE_URL = opened.url;
  await deploy(opened.url);
  const client = await connect(opened.url, { username: "postgres" });
  const server = await connect(opened.url, { username: "postgres", pathname: "/postgres" });
  await server.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  const kept = await filledIn(client);
  if (kept && kept.posts !== posts) throw new Trouble(`${folder} keeps ${kept.posts} posts of an earlier bench: say --posts ${kept.posts}, or remove it.`);
  if (!kept) await step(`Writing ${posts} posts`, (note) => fill(client, posts, note));
  await client.query(`UPDATE "Discussion" SET "nearAt" = now() WHERE "nearAt" IS NULL`); // a clock looks for what is near, and would be measured with every page
  const filled = await filledIn(client);
  if (!filled) throw new Error("The database was not filled to its end.");
  const { rows } = await server.query<{ pid: string }>("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1) pid");
  const close = async (keep: boolean) => {
    await Promise.all([client.end(), server.end()]);
    await opened.close();
    if (!keep) for (const one of [opened.place, folder]) rmSync(one, { recursive: true, force: true });
  };
  return { url: opened.url, pid: Number(rows[0]?.pid), client, server, filled, close };
};

export type Started = { address: string; pid: number; stop: () => Promise<void> };

/** The production build, on that database. */
export const startPortal = async (url: string, folder: string): Promise<Started> => {
  const address = `http://127.0.0.1:${await freePort()}`;
  const child = serve(address, url, path.join(folder, "files"), { SEARCHES_A_MINUTE: "1000000" });
  await step("Starting the portal", () => answers(address));
  return { address, pid: child.pid ?? 0, stop: async () => void (child.kill("SIGTERM"), await ended(child)) };
};

const layout = "export default ({ children }) => <html lang=\"en\"><body>{children}</body></html>;\n";
const page = "import { connection } from \"next/server\";\nexport default async () => (await connection(), <p>Nothing</p>);\n";

/**
 * A portal of one page that says nothing: what this Next version ships and spends before anybody has written a line. It is an application
 * of its own, since any page of ours has our layout, our headers and our words; it is built in this folder, as Next wants it.
 */
export const startEmpty = async (): Promise<Started> => {
  const place = path.resolve(".data/bench-empty");
  mkdirSync(path.join(place, "app"), { recursive: true });
  writeFileSync(path.join(place, "app/layout.jsx"), layout);
  writeFileSync(path.join(place, "app/page.jsx"), page);
  writeFileSync(path.join(place, "instrumentation.js"), "export const register = () => undefined;\n"); // otherwise ours, above
  writeFileSync(path.join(place, "package.json"), '{ "type": "module" }\n');
  writeFileSync(path.join(place, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };\n`);
  await step("Building an empty page to compare with", async () => {
    const { code, output } = await runScript(scriptOf("next"), ["build", place], { env: { NODE_ENV: "production" } });
    if (code !== 0) throw new Trouble(`${output.trim()}\n\nThe empty page could not be built.`);
  });
  const port = await freePort();
  const child = startScript(scriptOf("next"), ["start", place, "-H", "127.0.0.1", "-p", String(port)], { NODE_ENV: "production" }, /./);
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(address).then(({ ok }) => ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 100));
  return { address, pid: child.pid ?? 0, stop: async () => void (child.kill("SIGTERM"), await ended(child)) };
};
