import type { Position } from "./position";
import { takeOver } from "./raw";

/** Facts (or bytes) that may wait for a reader who does not take them; whoever is slower is let go, and comes back to where they were. */
const QUEUE = 64;
const QUEUE_BYTES = 64 * 1024;
const text = new TextEncoder();

/** One open stream: whose it is, by what it came in, what it looks at, and from where on it has not heard yet (`undefined`: it has all there is). */
export type Connection = {
  readonly person: string;
  readonly credential: string;
  readonly watches: readonly string[];
  since: Position | null | undefined;
  send: (chunk: Uint8Array) => void;
  end: () => void;
};
type Who = Pick<Connection, "person" | "credential" | "watches" | "since">;

/** How an event is written down. */
export const toEvent = (id: string, fact: object, name?: string) => text.encode(`id: ${id}\n${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(fact)}\n\n`);
/** A sign of life that says how far everything has been told: where to go on from. */
export const toHeartbeat = (id: string) => toEvent(id, {}, "at");

/** Back after one to three seconds: a thousand that are cut off at once do not come back at once. */
const greeting = () => text.encode(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n: \n\n`);

export const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform", // compressed, each would hold a quarter of a megabyte, and nothing would arrive in time
  "x-accel-buffering": "no",
};

/** A stream as the platform of the web has it: for what has no response of Node's. */
const overWeb = (who: Who, left: (connection: Connection) => void) => {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const close = () => {
    if (!stream) return;
    stream = undefined;
    left(connection);
  };
  const connection: Connection = {
    ...who,
    send: (chunk) => {
      if (stream && (stream.desiredSize ?? 0) > 0) stream.enqueue(chunk);
      else connection.end();
    },
    end: () => {
      const mine = stream;
      close();
      mine?.close();
    },
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    stream = controller;
    controller.enqueue(greeting());
  };
  return { connection, response: new Response(new ReadableStream<Uint8Array>({ start, cancel: close }, { highWaterMark: QUEUE }), { headers: streamHeaders }) };
};

type Joins = { joined: (connection: Connection) => void; left: (connection: Connection) => void };

/** Opens a stream. `joined` is called when it takes what it is sent, `left` when it is over, whichever side ends it. */
export const openConnection = (who: Who, { joined, left }: Joins, ticket: string | null = null) => {
  const connection: Connection = { ...who, send: () => undefined, end: () => undefined };
  const ready = (write: (chunk: Uint8Array) => number, end: () => void) => {
    connection.end = () => {
      left(connection);
      end();
    };
    connection.send = (chunk) => {
      if (write(chunk) > QUEUE_BYTES) connection.end();
    };
    write(greeting());
    joined(connection);
  };
  if (takeOver(ticket, ready, () => left(connection))) return { connection, response: new Response(null, { headers: streamHeaders }) };
  const web = overWeb(who, left);
  joined(web.connection);
  return web;
};
