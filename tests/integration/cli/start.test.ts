import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openEmbedded } from "@/lib/cli/postgres/embedded";
import { runs } from "@/lib/cli/processes";
import { cli, folder } from "@/tests/support/cli";

const start = (env: Record<string, string | undefined>) => cli(["start"], { DATA_DIR: folder(), ...env });

test.each([
  ["a port that is no number", { PORT: "abc" }, "PORT: must be a port number"],
  ["a key that is too short", { NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET: must have 32 characters"],
  ["an address this machine does not have", { HOST: "203.0.113.9" }, "This machine has no address 203.0.113.9"],
  ["a database that does not answer", { PORT: "0", DATABASE_URL: "postgresql://u:hunter2@127.0.0.1:1/x" }, "The database at 127.0.0.1:1/x (DATABASE_URL) cannot be used"],
  ["a Node that is none", { NODE_BINARY: "/nowhere/node" }, "NODE_BINARY names /nowhere/node"],
  ["a data folder that cannot be", { DATA_DIR: "/dev/null/data" }, "The data folder /dev/null/data cannot be written"],
])("%s is said in one sentence", async (_, env, sentence) => {
  const { code, said } = await start(env);

  expect(said).toContain(sentence);
  expect(said).not.toMatch(/hunter2|\n +at /);
  expect(code).toBe(1);
}, 60_000);

test("a taken port is named, with another one to try", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  expect(await start({ PORT: String(port) })).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken by another program`) });
}, 60_000);

const holder = `import { openEmbedded } from "@/lib/cli/postgres/embedded"; console.log((await openEmbedded(process.argv[1])).url); setInterval(() => 0, 1000);`;

/** Opens the embedded server from a process of its own; resolves once it runs. */
const elsewhere = async (data: string) => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", holder, data], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { child, url: String(said).trim() };
};

test("a database left behind by a killed start is taken over, and stopped by the last who uses it", async () => {
  const data = path.join(folder(), "data");
  mkdirSync(data);
  chmodSync(path.dirname(data), 0o711);
  const { child, url } = await elsewhere(data);
  child.kill("SIGKILL");
  await once(child, "exit");

  const first = await openEmbedded(data);
  expect(first.url).toBe(url);
  const second = await elsewhere(data);
  expect(second.url).toBe(url);
  await first.close();
  expect(existsSync(path.join(data, "postgres/cluster/postmaster.pid")), "someone still uses it").toBe(true);

  second.child.kill("SIGKILL");
  await once(second.child, "exit");
  await (await openEmbedded(data)).close();
  expect(existsSync(path.join(data, "postgres/cluster/postmaster.pid"))).toBe(false);
}, 60_000);

test("a lock file whose process id belongs to someone else by now does not keep the database shut", async () => {
  const data = path.join(folder(), "data");
  mkdirSync(data);
  chmodSync(path.dirname(data), 0o711);
  await (await openEmbedded(data)).close();
  expect(runs(process.pid)).toBe(true);
  writeFileSync(path.join(data, "postgres/cluster/postmaster.pid"), `${process.pid}\n${data}\n0\n5\n\n127.0.0.1\n1 1\nready\n`, { mode: 0o600 });

  const opened = await openEmbedded(data);
  expect(opened.url).toContain("127.0.0.1");
  await opened.close();
}, 60_000);
