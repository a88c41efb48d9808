import type { Position } from "./position";

/** Facts that may wait for a reader who does not take them; whoever is slower is let go, and comes back to where they were. */
const QUEUE = 64;
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

/** How an event is written down; `fact` without an `id` changes nothing about where to go on. */
export const toEvent = (id: string, fact: object, name?: string) => text.encode(`id: ${id}\n${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(fact)}\n\n`);
/** A sign of life that says how far everything has been told: an event without data changes the last id, and nothing else. */
export const toHeartbeat = (id: string) => text.encode(`: \nid: ${id}\n\n`);

/** Back after one to three seconds: a thousand that are cut off at once do not come back at once. */
const greeting = () => text.encode(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n: \n\n`);

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "private, no-store, no-transform", // compressed, each would hold a quarter of a megabyte, and nothing would arrive in time
  "x-accel-buffering": "no",
};

/** Opens a stream; `left` is called once, whichever side ends it. */
export const openConnection = (who: Pick<Connection, "person" | "credential" | "watches" | "since">, left: (connection: Connection) => void) => {
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
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        stream = controller;
        controller.enqueue(greeting());
      },
      cancel: close,
    },
    { highWaterMark: QUEUE },
  );
  return { connection, response: new Response(body, { headers }) };
};
