import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

const tick = 10; // milliseconds, on every Linux

/** The parent of a process and the milliseconds of processor it has used, with those of its children that ended; null where there is no such process, or no /proc. */
const seen = (pid: number) => {
  try {
    const said = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "").split(" ").map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = said.slice(11, 15);
    return { parent: said[1] ?? 0, own: tick * (user + system), ended: tick * (endedUser + endedSystem) };
  } catch {
    return null;
  }
};

const family = (pid: number) => {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
  return [pid, ...all.filter((one) => seen(one)?.parent === pid)];
};

/** A program and what it has started, such as a database server with a process for each connection. */
export type Program = { pid: number };

/** Milliseconds of processor that a program has used until now; NaN where the system does not say. */
export const used = ({ pid }: Program) => {
  const itself = seen(pid);
  if (!itself) return Number.NaN;
  return family(pid).reduce((sum, one) => sum + (seen(one)?.own ?? 0), itself.ended);
};

/** Megabytes that a process holds in memory. */
export const memoryOf = ({ pid }: Program) => {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
};

/** Keeps a program to one processor, so that what asks and what answers do not take turns on the same one. False where that cannot be. */
export const pin = ({ pid }: Program, processor: number) =>
  availableParallelism() > 1 && family(pid).every((one) => spawnSync("taskset", ["-a", "-c", "-p", String(processor), String(one)]).status === 0);
