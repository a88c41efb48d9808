import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { mark, stillRuns } from "./processes.ts";

const read = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

/** Runs `work` while no other process holds `file`; a holder that has died holds nothing. */
export const alone = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      writeFileSync(file, mark(process.pid), { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = read(file);
      if (holder && !stillRuns(holder)) rmSync(file, { force: true });
      else await sleep(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
