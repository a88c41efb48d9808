import { readFileSync } from "node:fs";

/** When the process began, on Linux: a number that tells it from a later one with the same id. */
const bornAt = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
  } catch {
    return "";
  }
};

export const runs = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** A process as written into a file: still the same one when both halves agree. */
export const mark = (pid: number) => `${pid} ${bornAt(pid)}`;
export const stillRuns = (written: string) => {
  const pid = Number(written.split(" ")[0]);
  return pid > 0 && runs(pid) && mark(pid) === written.trim();
};

/** The command a process was started with, on Linux; null elsewhere or when it is gone. */
export const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return null;
  }
};
