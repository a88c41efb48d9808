import "server-only";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ok, refuse } from "../result";
import { newTokenBase32 } from "../token";
import { type FileStore, largestFile } from "./store";

/** A new key: 160 random bits, so that two files never meet. */
export const newKey = newTokenBase32;

const isKey = (key: string) => /^[a-z2-7]{32}$/.test(key);
const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
const missing = (error: unknown) => {
  if (isMissing(error)) return null;
  throw error;
};

/** Makes sure that a name survives a power cut, which the file's own sync does not. */
const syncFolder = async (folder: string) => {
  const handle = await open(folder, "r").catch(() => null); // Windows opens no folder
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/** Files in a folder, two levels deep, `ab/cd/abcd…`: a folder of a million names would be slow. Nothing but keys becomes a path. */
export const diskStore = (root: string): FileStore => {
  const base = resolve(root);
  const pathOf = (key: string) => join(base, key.slice(0, 2), key.slice(2, 4), key);
  return {
    put: async (key, content, limit = largestFile) => {
      if (!isKey(key)) throw new Error("not a key of a file");
      const [path, draft] = [pathOf(key), join(base, "tmp", newKey())];
      await Promise.all([mkdir(dirname(path), { recursive: true, mode: 0o700 }), mkdir(dirname(draft), { recursive: true, mode: 0o700 })]);
      const file = await open(draft, "wx", 0o600);
      let size = 0;
      try {
        for await (const piece of content instanceof Uint8Array ? [content] : content) {
          size += piece.byteLength;
          if (size > limit) return refuse("too-large");
          await file.writeFile(piece);
        }
        await file.sync();
        await rename(draft, path);
        await syncFolder(dirname(path));
        return ok({ size });
      } finally {
        await file.close();
        await rm(draft, { force: true });
      }
    },
    get: async (key) => {
      if (!isKey(key)) return null;
      const file = await open(pathOf(key), "r").catch(missing);
      if (!file) return null;
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size };
    },
    remove: async (key) => {
      if (isKey(key)) await rm(pathOf(key), { force: true });
    },
  };
};
