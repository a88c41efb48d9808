import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { Trouble } from "../trouble.ts";
import type { FileEntry } from "./manifest.ts";

export const digest = async (file: string) => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
};

const below = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile()) : [];

/** Copies every file of a folder and describes the copies; one that is deleted meanwhile is no longer part of it. */
export const copyFolder = async (from: string, to: string): Promise<FileEntry[]> => {
  const entries: FileEntry[] = [];
  for (const file of below(from).sort()) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path.join(from, file), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw error;
    }
    entries.push({ file, size: statSync(target).size, sha256: await digest(target) });
  }
  return entries;
};

/** Refuses a backup whose files are not what was written. */
export const verifyFile = async (file: string, sha256: string) => {
  if (!existsSync(file)) throw new Trouble(`The backup is damaged: ${file} is missing. Nothing was restored.`);
  if ((await digest(file)) !== sha256) throw new Trouble(`The backup is damaged: ${file} is not what was written. Nothing was restored.`);
};
