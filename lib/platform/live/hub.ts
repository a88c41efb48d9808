import "server-only";
import { log } from "../log";
import { type Announced, isKept, readAnnouncements } from "./announcements";
import { type Connection, toEvent, toHeartbeat } from "./connection";
import { standingCredentials } from "./credentials";
import { isBefore, type Position, toSaid } from "./position";

/** Somebody who is connected, with what their open pages show. */
export type Reader = { person: string; watches: string[] };
/** A fact made of an announcement, and the places of those among the readers who may have it now. */
export type Told = { of: Announced; fact: object; to: Iterable<number> };
/** What a feature has to say. What is not among its `kinds` is told to nobody. */
export type News = { kinds: readonly string[]; tell: (announced: Announced[], readers: Reader[]) => Promise<Told[]> };

const SECOND = 1000;
const TICK = 3 * SECOND;
const HEARTBEAT = 18 * SECOND;
/** Rows that wait for an older transaction are asked for again soon; after an outage, a little later. */
const [SOON, LATER] = [50, SECOND];

/** The open streams of one process, fed in the order of commits from the one table that every process reads. */
export const openHub = (news: News, listen: (wake: () => void) => () => Promise<void>) => {
  const open = new Set<Connection>();
  let [at, busy, again, away, checked, beaten]: [Position | null, boolean, boolean, boolean, number, number] = [null, false, false, false, 0, 0];
  let timer: NodeJS.Timeout | undefined;

  /** Lets go whose session has ended, whose token was revoked, whose account was closed. */
  const check = async () => {
    if (Date.now() - checked < SECOND) return;
    const asked = [...open]; // whoever joins meanwhile has just shown theirs
    const standing = await standingCredentials([...new Set(asked.map(({ credential }) => credential))]);
    checked = Date.now();
    for (const connection of asked) if (!standing.has(connection.credential)) connection.end();
  };

  /** Tells these connections what they may hear of it; each at once, whatever there is of it. */
  const tell = async (rows: Announced[], to: Connection[]) => {
    const wanted = rows.filter(({ kind, userId }) => userId === null && news.kinds.includes(kind));
    const people = Map.groupBy(to, ({ person }) => person);
    const readers = [...people].map(([person, theirs]) => ({ person, watches: [...new Set(theirs.flatMap(({ watches }) => watches))] }));
    const told = wanted.length > 0 && readers.length > 0 ? await news.tell(wanted, readers) : [];
    const personal = rows.filter(({ userId }) => userId !== null && people.has(userId)).map((of) => ({ of, fact: { kind: of.kind, id: of.subjectId }, to: [readers.findIndex(({ person }) => person === of.userId)] }));
    const heard = new Map<Connection, Uint8Array[]>();
    for (const { of, fact, to: places } of [...told, ...personal].sort((a, b) => (isBefore(a.of, b.of) ? -1 : 1))) {
      const chunk = toEvent(toSaid({ ...of, at: Math.floor(Date.now() / SECOND) }), fact);
      for (const place of places)
        for (const connection of people.get(readers[place]?.person ?? "") ?? [])
          if (!connection.since || isBefore(connection.since, of)) heard.set(connection, [...(heard.get(connection) ?? []), chunk]);
    }
    for (const [connection, chunks] of heard) connection.send(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  };

  const startOver = (connection: Connection, now: Position) => connection.send(toEvent(toSaid(now), {}, "reset"));

  /** Those who have come back hear what they have missed, all of them by the same statements; who was away too long starts over. */
  const welcome = async (back: Connection[], now: Position, next: bigint) => {
    const from = (connection: Connection) => connection.since ?? now;
    const first = back.map(from).reduce((least, one) => (isBefore(one, least) ? one : least), now);
    const { rows, full } = isBefore(first, now) ? await readAnnouncements(first, { to: now, newest: true }) : { rows: [], full: false };
    const lost = back.filter((one) => !isKept(from(one)) || from(one).xid > next || (full && rows[0] && isBefore(from(one), rows[0])));
    for (const one of lost) startOver(one, now);
    await tell(rows, back.filter((one) => !lost.includes(one)));
  };

  /** From here on it hears what everybody hears; where to come back to, it knows at once. */
  const settle = (one: Connection, now: Position) => {
    one.since = undefined;
    one.send(toHeartbeat(toSaid(now)));
  };

  const once = async () => {
    if (open.size === 0) return void (at = null);
    await check();
    const [here, back] = [[...open].filter(({ since }) => !since), [...open].filter(({ since }) => since)];
    const { rows, until, held, full, next } = await readAnnouncements(at);
    if (at && (!isKept(at) || at.xid > next)) for (const connection of here) startOver(connection, until);
    else await tell(rows, here);
    if (back.length > 0) await welcome(back, until, next);
    at = until;
    for (const one of [...here, ...back]) if (one.since !== undefined) settle(one, until);
    if (held) soon(SOON);
    if (full) again = true;
  };

  const soon = (ms: number) => void (timer ??= setTimeout(() => ((timer = undefined), wake()), ms).unref());
  const run = async () => {
    busy = true;
    try {
      while (again) {
        again = false;
        await once();
        away = false;
      }
    } catch (error) {
      if (!away) log.warn("live events wait for the database", { error }); // said once, however long it is away
      away = true;
      soon(LATER);
    }
    busy = false;
  };
  const wake = () => {
    again = true;
    if (!busy) void run();
  };

  const tick = setInterval(() => {
    wake();
    if (!at || Date.now() - beaten < HEARTBEAT) return;
    beaten = Date.now();
    const sign = toHeartbeat(toSaid(at));
    for (const connection of open) if (connection.since === undefined) connection.send(sign);
  }, TICK).unref();
  const stop = listen(wake);

  return {
    count: (person?: string) => (person ? [...open].filter((one) => one.person === person).length : open.size),
    join: (connection: Connection) => {
      open.add(connection);
      wake();
    },
    leave: (connection: Connection) => void open.delete(connection),
    /** Ends every stream: whoever was connected comes back to another server, to where they were. */
    close: async () => {
      clearInterval(tick);
      clearTimeout(timer);
      for (const connection of [...open]) connection.end();
      await stop();
    },
  };
};
