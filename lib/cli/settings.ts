import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError, readEnv } from "@/lib/platform/env";
import { freePort } from "./ports.ts";
import { Trouble } from "./trouble.ts";

/** The folder of everything that must survive: the embedded database, uploaded files, the secret. Told to children by `DATA_DIR`. */
export const dataDir = () => {
  const folder = path.resolve(process.env.DATA_DIR?.trim() || ".data");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 }); // PostgreSQL's account walks through it to its own folder
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Trouble(`The data folder ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): give this user the right to write there, or choose another with DATA_DIR.`);
  }
  process.env.DATA_DIR = folder;
  return folder;
};

/** The key that signs sessions: from the environment, or made once and kept with the data. */
const secretIn = (folder: string) => {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = path.join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
};

const localNames = ["127.0.0.1", "0.0.0.0", "::", "::1"];

/** The environment as the portal will read it, with stand-ins for what is only known later. */
const said = (secret: string) => {
  const later = { DATABASE_URL: "postgresql://embedded", NEXTAUTH_URL: "http://localhost" };
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()));
  try {
    return readEnv({ ...later, ...given, NEXTAUTH_SECRET: secret });
  } catch (error) {
    throw error instanceof EnvironmentError ? new Trouble(error.message) : error;
  }
};

/** Fills in what the environment does not say, for us and the programs we start, and refuses what it says wrongly. */
export const settle = async () => {
  const folder = dataDir();
  const secret = secretIn(folder);
  const { HOST: host = "127.0.0.1", PORT } = said(secret);
  const port = PORT || (await freePort());
  const url = process.env.NEXTAUTH_URL?.trim() || `http://${localNames.includes(host) ? "localhost" : host}:${port}`;
  Object.assign(process.env, { HOST: host, PORT: String(port), NEXTAUTH_URL: url, NEXTAUTH_SECRET: secret });
  return { folder, host, port, url };
};
