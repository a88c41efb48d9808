import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { alone } from "../lock.ts";
import { commandOf, mark, runs, stillRuns } from "../processes.ts";
import { Trouble } from "../trouble.ts";
import { type Account, account, mayEnter } from "./account.ts";
import { binaries } from "./binaries.ts";
import { type Cluster, create, launch, logOf, major, ownFolder, stop, versionOf } from "./cluster.ts";

const settings = { shared_buffers: "256MB", max_connections: "60", log_checkpoints: "off", jit: "off" };

const passwordIn = (folder: string) => {
  const file = path.join(folder, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
};

/** Below the data folder, or (root's folder that PostgreSQL's account may not enter) in a place of its own for each data folder. */
const placeFor = (dataDir: string, who: Account) => {
  if (mayEnter(who, dataDir)) return path.join(dataDir, "postgres");
  mkdirSync("/var/lib/stepwell", { recursive: true, mode: 0o711 });
  return path.join("/var/lib/stepwell", createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 12));
};

const clusterIn = (dataDir: string): Cluster => {
  const who = account();
  const folder = placeFor(dataDir, who);
  ownFolder(folder, who);
  const cluster = { native: binaries(who, folder), data: path.join(folder, "cluster"), who, password: passwordIn(folder) };
  const version = versionOf(cluster);
  if (version === null || version === major) return cluster;
  throw new Trouble(
    `The data in ${cluster.data} was written by PostgreSQL ${version}, and this release brings ${major}: with the release that wrote it run "npm run backup -- DIR", move ${cluster.data} away, then here "npm run restore -- DIR".`,
  );
};

export const addressOf = (user: string, password: string, port: number, database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** Process id, port and state of the server that holds the data, from the file it keeps there. */
const holder = (cluster: Cluster) => {
  const file = path.join(cluster.data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { file, pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? "" };
};

const answers = async (cluster: Cluster, port: number) => {
  const client = new pg.Client({ connectionString: addressOf("postgres", cluster.password, port, "postgres"), connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return rows[0].data_directory === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** The port of a server that already runs on this data (left by a killed start, or serving another program of ours). */
const running = async (cluster: Cluster) => {
  for (let waited = 0; waited < 60; waited++) {
    const held = holder(cluster);
    if (!held || !runs(held.pid)) return null; // PostgreSQL itself replaces the file of a dead server
    if (held.state === "ready" && (await answers(cluster, held.port))) return held.port;
    const command = commandOf(held.pid);
    if (command !== null && !command.includes("postgres")) {
      rmSync(held.file); // the id now belongs to a stranger
      return null;
    }
    await sleep(500); // starting up, recovering or shutting down
  }
  throw new Trouble(`A PostgreSQL server (process ${holder(cluster)?.pid}) holds ${cluster.data} but does not answer: end it, then start again.`);
};

const administer = async (cluster: Cluster, port: number, work: (client: pg.Client) => Promise<void>) => {
  const client = new pg.Client(addressOf("postgres", cluster.password, port, "postgres"));
  await client.connect();
  await work(client).finally(() => client.end());
};

/** The portal's own role, which may do everything in its own database and nothing outside it. */
const prepare = async (client: pg.Client, password: string) => {
  const has = async (sql: string) => ((await client.query(sql)).rowCount ?? 0) > 0;
  if (!(await has("SELECT FROM pg_roles WHERE rolname = 'stepwell'"))) await client.query(`CREATE ROLE stepwell LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  if (!(await has("SELECT FROM pg_database WHERE datname = 'stepwell'"))) await client.query("CREATE DATABASE stepwell OWNER stepwell");
};

const usersOf = (cluster: Cluster) => `${cluster.data}.users`;
const others = (cluster: Cluster) =>
  readdirSync(usersOf(cluster)).filter((name) => {
    const file = path.join(usersOf(cluster), name);
    if (name !== String(process.pid) && stillRuns(readFileSync(file, "utf8"))) return true;
    rmSync(file, { force: true });
    return false;
  }).length;

/**
 * Opens the embedded PostgreSQL of a data folder: creates it, starts it, or joins the one that runs.
 * Every program that uses it is written down, and the last one to leave stops it. `more`: settings of the server besides the usual ones.
 */
export const openEmbedded = async (dataDir: string, more: Record<string, string> = {}) => {
  const cluster = clusterIn(dataDir);
  const lock = `${cluster.data}.lock`;
  mkdirSync(usersOf(cluster), { recursive: true, mode: 0o700 });
  const port = await alone(lock, async () => {
    if (versionOf(cluster) === null) await create(cluster);
    let at = await running(cluster);
    if (at === null) {
      if (existsSync(logOf(cluster)) && statSync(logOf(cluster)).size > 5_000_000) rmSync(logOf(cluster));
      at = await launch(cluster, { ...settings, ...more });
    }
    await administer(cluster, at, (client) => prepare(client, cluster.password));
    writeFileSync(path.join(usersOf(cluster), String(process.pid)), mark(process.pid));
    return at;
  });
  const close = () =>
    alone(lock, async () => {
      if (others(cluster) === 0) await stop(cluster);
    });
  return { url: addressOf("stepwell", cluster.password, port, "stepwell"), place: path.dirname(cluster.data), close };
};
