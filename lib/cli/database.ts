import pg from "pg";
import { openEmbedded } from "./postgres/embedded.ts";
import { dataDir } from "./settings.ts";
import { Trouble } from "./trouble.ts";

/** The server's address for a sentence: without its password. */
const spoken = (url: string) => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

const oldest = 150_000; // PostgreSQL 15, as the server counts

const reach = async (url: string) => {
  if (!URL.canParse(url)) throw new Trouble("DATABASE_URL is not an address such as postgresql://user:password@host:5432/stepwell.");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
    if ((rows[0]?.version ?? 0) < oldest) throw new Error("it is older than PostgreSQL 15");
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Trouble(`The database at ${spoken(url)} (DATABASE_URL) cannot be used: ${message || code}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** What someone should know of a database whose LC_CTYPE (C, POSIX) makes pg_trgm see no letters beyond ASCII; null where all is well. */
export const lettersMissing = async (url: string) => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ ctype: string; seen: boolean }>(`SELECT datctype ctype, cardinality(show_trgm('яблоко')) > 0 seen FROM pg_database WHERE datname = current_database()`).finally(() => client.end());
  const [{ ctype, seen } = { ctype: "", seen: true }] = rows;
  return seen ? null : `The database was made with LC_CTYPE ${ctype}: everything works, but the search forgives no typing errors in Russian. A backup restored into a database made with LC_CTYPE 'C.UTF-8' does.`;
};

/** The database to work on: the server at `DATABASE_URL`, or the embedded one of the data folder, running until `close`. */
export const openDatabase = async () => {
  const given = process.env.DATABASE_URL?.trim();
  if (given) {
    await reach(given);
    return { url: given, embedded: false, place: spoken(given), close: async () => undefined };
  }
  const opened = await openEmbedded(dataDir());
  process.env.DATABASE_URL = opened.url;
  return { ...opened, embedded: true };
};
