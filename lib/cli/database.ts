import pg from "pg";
import { openEmbedded } from "./postgres/embedded.ts";
import { dataDir, readDotEnv } from "./settings.ts";
import { Trouble } from "./trouble.ts";

/** The server's address for a sentence: without its password. */
const spoken = (url: string) => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

const reach = async (url: string) => {
  if (!URL.canParse(url)) throw new Trouble("DATABASE_URL is not an address such as postgresql://user:password@host:5432/stepwell.");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Trouble(`The database at ${spoken(url)} (DATABASE_URL) cannot be reached: ${(error as Error).message || (error as NodeJS.ErrnoException).code}.`);
  }
  const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  await client.end();
  if ((rows[0]?.version ?? 0) < 150_000) throw new Trouble(`The database at ${spoken(url)} is older than PostgreSQL 15, which Stepwell needs.`);
};

/** The database to work on: the server at `DATABASE_URL`, or the embedded one of the data folder, running until `close`. */
export const openDatabase = async (progress?: (what: string) => void) => {
  readDotEnv();
  const given = process.env.DATABASE_URL;
  if (given) {
    await reach(given);
    return { url: given, embedded: false, close: async () => undefined };
  }
  const { url, close } = await openEmbedded(dataDir(), progress);
  process.env.DATABASE_URL = url;
  return { url, embedded: true, close };
};
