import { readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mark, stillRuns } from "./processes.ts";
import { Trouble } from "./trouble.ts";

/** What a serving program leaves in the data folder, so that the next one knows it: who started, what serves, whether it is leaving. */
type Record = { starter: string; server: string; leaving: boolean };

const fileOf = (folder: string, port: number) => path.join(folder, "servers", `${port}.json`);

const earlier = (folder: string, port: number): Record | null => {
  try {
    return JSON.parse(readFileSync(fileOf(folder, port), "utf8")) as Record;
  } catch {
    return null;
  }
};

export const writeDown = (folder: string, port: number, server: number, leaving = false) => {
  mkdirSync(path.dirname(fileOf(folder, port)), { recursive: true });
  writeFileSync(fileOf(folder, port), JSON.stringify({ starter: mark(process.pid), server: mark(server), leaving } satisfies Record));
};
export const cross = (folder: string, port: number) => rmSync(fileOf(folder, port), { force: true });

/** Why this program may not listen there; null when it may. */
const refusal = (host: string, port: number) =>
  new Promise<string | null>((resolve) => {
    const server = createServer().once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });

const sentences: { [code: string]: (host: string, port: number) => string } = {
  EADDRINUSE: (_, port) => `Port ${port} is taken by another program: end that program, or choose another port, for example PORT=${port + 1} npm start.`,
  EACCES: (_, port) => `This user may not listen on port ${port}: choose one above 1023, for example PORT=3000 npm start.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}: correct HOST.`,
  ENOTFOUND: (host) => `The name ${host} is not known: correct HOST.`,
};

/** Ends what a killed start of this very folder has left behind, waits for one that is leaving, and refuses a taken port. */
export const claim = async (folder: string, host: string, port: number) => {
  for (let tries = 0; tries < 40; tries++) {
    const code = await refusal(host, port);
    if (code === null) return;
    const before = code === "EADDRINUSE" ? earlier(folder, port) : null;
    const starterRuns = before !== null && stillRuns(before.starter);
    const serverRuns = before !== null && stillRuns(before.server);
    if (!starterRuns && !serverRuns) throw new Trouble(sentences[code]?.(host, port) ?? `Stepwell cannot listen on ${host}, port ${port} (${code}).`);
    if (starterRuns && !before.leaving && tries >= 4)
      throw new Trouble(`Stepwell already runs from this folder on port ${port} (process ${before.starter.split(" ")[0]}): use that one, or end it with Ctrl-C first.`);
    if (!starterRuns) process.kill(Number(before.server.split(" ")[0]), tries < 30 ? "SIGTERM" : "SIGKILL");
    await sleep(500);
  }
  throw new Trouble(`Port ${port} is still held by an earlier start of this folder, which does not end: end it, or choose another port.`);
};
