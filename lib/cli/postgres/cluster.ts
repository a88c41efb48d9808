import { spawn } from "node:child_process";
import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../ports.ts";
import { Trouble } from "../trouble.ts";
import type { Account } from "./account.ts";

/** One PostgreSQL server of our own: where its programs and its data are, and whom it runs as. */
export type Cluster = { native: string; data: string; who: Account; password: string };

export const major = "18";
const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--auth=scram-sha-256", "--username=postgres"];
/** What counts as a letter for pg_trgm is still asked of the system, whose names for "all of Unicode" differ; without any, only Latin letters count. */
const characters = ["C.UTF-8", "en_US.UTF-8", "UTF-8", "C"];

/** The environment without settings meant for another server, and with messages in English. */
const plain = () => ({ ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG"))), LC_ALL: "C", NODE_ENV: "production" as const });

/** Runs one of its programs; what it says goes to the log, whose end explains a failure. */
const run = (cluster: Cluster, program: "initdb" | "pg_ctl", args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve, reject) => {
    const child = spawn(path.join(cluster.native, "bin", program), args, { ...cluster.who, cwd: path.dirname(cluster.data), env: plain(), stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, said }));
  });

export const logOf = (cluster: Cluster) => `${cluster.data}.log`;

/** Makes a folder that the account owns, so that nobody else reads what is in it. */
export const ownFolder = (folder: string, who: Account) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
};

/** Makes the data in an empty folder, for the first of these sets of characters that the system has. */
const init = async (cluster: Cluster, draft: string, secret: string, [ctype = "C", ...others] = characters): Promise<void> => {
  rmSync(draft, { recursive: true, force: true });
  ownFolder(draft, cluster.who);
  const { code, said } = await run(cluster, "initdb", [`--pgdata=${draft}`, `--pwfile=${secret}`, "--no-instructions", ...flags, `--lc-ctype=${ctype}`]);
  if (code === 0) return;
  if (others.length > 0 && /invalid locale|locale name/.test(said)) return init(cluster, draft, secret, others);
  throw new Trouble(`The embedded PostgreSQL could not create its data in ${cluster.data}: ${said.trim().split("\n").at(-1)}`);
};

/** Creates the data folder under another name first: a half-made one never looks finished. */
export const create = async (cluster: Cluster) => {
  const draft = `${cluster.data}.new`;
  const secret = `${cluster.data}.password`;
  writeFileSync(secret, cluster.password, { mode: 0o600 });
  if (cluster.who.uid !== undefined) chownSync(secret, cluster.who.uid, cluster.who.gid);
  try {
    await init(cluster, draft, secret);
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(draft, cluster.data);
};

/** The major version that wrote the data, or null where there is none yet. */
export const versionOf = (cluster: Cluster) => {
  const file = path.join(cluster.data, "PG_VERSION");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
};

/** Starts the server on a free port of 127.0.0.1, apart from our terminal, and waits until it answers. */
export const launch = async (cluster: Cluster, settings: Record<string, string> = {}) => {
  const windows = process.platform === "win32";
  const all = { listen_addresses: "127.0.0.1", ...(windows ? {} : { unix_socket_directories: "" }), ...settings };
  const options = Object.entries(all).map(([key, value]) => `-c ${key}=${value === "" ? "''" : value}`);
  let said = "";
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort(); // taken by another in between: the next attempt finds another
    const started = await run(cluster, "pg_ctl", ["start", "-D", cluster.data, "-w", "-t", "120", "-s", "-l", logOf(cluster), "-o", [`-p ${port}`, ...options].join(" ")]);
    if (started.code === 0) return port;
    said = started.said;
    await sleep(1000); // backends of a killed server may still be letting go of its memory
  }
  appendFileSync(logOf(cluster), said);
  throw new Trouble(`The embedded PostgreSQL did not start; the reason is at the end of ${logOf(cluster)}.`);
};

/** Ends the server, cutting connections; resolves when it is gone. */
export const stop = async (cluster: Cluster) => {
  await run(cluster, "pg_ctl", ["stop", "-D", cluster.data, "-m", "fast", "-w", "-t", "60", "-s"]);
};
