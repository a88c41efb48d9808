import { readFileSync } from "node:fs";
import { claim, cross, writeDown } from "./address.ts";
import { buildPortal, generate } from "./build.ts";
import { lettersMissing, openDatabase } from "./database.ts";
import { seedIfEmpty } from "./first-run.ts";
import { deploy } from "./migrations.ts";
import { say, step } from "./progress.ts";
import { ended, scriptOf, startScript } from "./programs.ts";
import { settle } from "./settings.ts";
import { main, Trouble } from "./trouble.ts";

const development = process.argv[2] === "dev";
const drain = 10_000;

/** Resolves when someone asks us to end: Ctrl-C, a service manager, or the death of the npm that started us. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve());
  process.on("disconnect", resolve);
});

const ready = async (host: string, port: number) => {
  const at = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  for (;;) {
    if (await fetch(`http://${at}:${port}/livez`).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const prepare = async (database: Awaited<ReturnType<typeof openDatabase>>) => {
  await step("Applying migrations", () => deploy(database.url));
  const missing = await lettersMissing(database.url);
  if (missing) say(`  ! ${missing}`);
  if (database.embedded && process.env.DEMO !== "0") await seedIfEmpty(database.url);
  if (!development) await buildPortal();
};

await main(async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  say(`Stepwell ${version}${development ? ", development server" : ""}`);
  const { folder, host, port, url } = await settle();
  await claim(folder, host, port);
  await generate();
  const opening = step(process.env.DATABASE_URL?.trim() ? "Reaching the database" : "Starting the database", openDatabase);
  let server: ReturnType<typeof startScript> | undefined;

  const serve = async () => {
    const database = await opening;
    await prepare(database);
    const [mode, banner] = development ? (["dev"] as const) : (["start", /^\s*(▲|- (Local|Network):|✓ (Ready|Running|Starting))|^$/] as const);
    server = startScript(scriptOf("next"), [mode, "-H", host, "-p", String(port)], { NODE_ENV: development ? "development" : "production" }, banner);
    writeDown(folder, port, server.pid ?? 0);
    const died = ended(server);
    if (await Promise.race([died, ready(host, port)])) throw new Trouble("The server ended by itself; the lines above say why.");
    say(`\nStepwell is ready: ${url}\nIts database is ${database.place}, its files are in ${folder}. Ctrl-C ends it.`);
    throw new Trouble(`The server ended by itself (${await died}); the lines above say why.`);
  };

  try {
    await Promise.race([serve(), asked]);
  } finally {
    if (server?.exitCode === null && server.signalCode === null) {
      writeDown(folder, port, server.pid ?? 0, true);
      server.kill("SIGTERM");
      const patience = setTimeout(() => server?.kill("SIGKILL"), drain);
      await ended(server);
      clearTimeout(patience);
    }
    await opening.then(({ close }) => close()).catch(() => undefined);
    cross(folder, port);
  }
});
process.exit();
