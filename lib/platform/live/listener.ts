import "server-only";
import pg from "pg";
import { log } from "../log";
import { CHANNEL } from "./announce";

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** Where what listens connects: past a pooler, which would give the connection to somebody else between two statements. */
const settings = () => ({ connectionString: process.env.DATABASE_LISTEN_URL ?? process.env.DATABASE_URL, connectionTimeoutMillis: 5000, keepAlive: true, application_name: "stepwell live" });

/**
 * The one connection of this process that listens. `wake` is called for each notification, and each time it is connected (again):
 * what was announced meanwhile is in the table. Returns what ends it.
 */
export const listen = (wake: () => void) => {
  let [ended, pause] = [false, FIRST_PAUSE];
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (ended || timer) return;
    timer = setTimeout(() => void begin(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
  const begin = async () => {
    timer = undefined;
    const mine = new pg.Client(settings());
    client = mine;
    mine.on("error", () => undefined); // its end says so, too
    mine.on("end", again);
    mine.on("notification", wake);
    try {
      await mine.connect();
      await mine.query(`LISTEN ${CHANNEL}`);
      pause = FIRST_PAUSE;
      wake();
    } catch (error) {
      log.warn("the connection that listens could not be opened, and is tried again", { error });
      await mine.end().catch(() => undefined);
      again();
    }
  };
  void begin();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
};
