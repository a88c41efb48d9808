import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const filesBelow = (entry: string): string[] => {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
};

/** One name for the content of these files and folders. */
export const hashOf = (...entries: string[]) => {
  const hash = createHash("sha256").update(process.version);
  for (const file of entries.flatMap(filesBelow)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
};

/** Whether the stamp says that the work was finished for these very sources; half-finished work has no stamp. */
export const isDone = (stamp: string, sources: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === sources;

/** Does the work and stamps it at its end. */
export const doOnce = async (stamp: string, sources: string, work: () => Promise<void>) => {
  if (isDone(stamp, sources)) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
};
