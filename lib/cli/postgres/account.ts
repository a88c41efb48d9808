import { spawnSync } from "node:child_process";
import { Trouble } from "../trouble.ts";

/** The account PostgreSQL runs under: nobody special, except that it refuses to run as root. */
export type Account = { uid: number; gid: number } | Record<string, never>;

const idOf = (flag: "-u" | "-g") => {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : null;
};

const find = () => {
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return uid === null || gid === null ? null : { uid, gid };
};

/** Ours, or (as root) that of the user `postgres`, who is created where there is none. */
export const account = (): Account => {
  if (process.getuid?.() !== 0) return {};
  const known = find();
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = find();
  if (made) return made;
  throw new Trouble("PostgreSQL does not run as root, and the user postgres could not be created: create it, or set DATABASE_URL to a PostgreSQL server.");
};

/** Whether that account can walk into a folder: root's clone inside a 0700 folder is closed to it. */
export const mayEnter = (who: Account, folder: string) =>
  who.uid === undefined || spawnSync("sh", ["-c", 'cd "$1"', "sh", folder], { ...who, cwd: "/" }).status === 0;
