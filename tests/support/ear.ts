import { expect, vi } from "vitest";
import { news } from "@/lib/discussions/news/queries";
import { db } from "@/lib/platform/db";
import { openConnection } from "@/lib/platform/live/connection";
import { openHub } from "@/lib/platform/live/hub";
import { listen } from "@/lib/platform/live/listener";
import { fromSaid } from "@/lib/platform/live/position";

export type Heard = { id: string; event: string; kind?: string; discussion?: string; post?: string; [name: string]: unknown };

/** The events of a stream as a browser reads them; comments and ids alone say nothing. */
const parse = (block: string): Heard[] => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  return data === undefined ? [] : [{ id: field("id") ?? "", event: field("event") ?? "message", ...(JSON.parse(data) as object) }];
};

/** Reads a stream until it ends. `last` is the last id, as a browser keeps it. */
export const hearFrom = (body: ReadableStream<Uint8Array>) => {
  const ear = { heard: [] as Heard[], last: "", ended: false };
  const reading = (async () => {
    let rest = "";
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      const blocks = (rest + new TextDecoder().decode(chunk)).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        ear.last = /^id: (.*)$/m.exec(block)?.[1] ?? ear.last;
        ear.heard.push(...parse(block).filter(({ event }) => event !== "at"));
      }
    }
  })();
  void reading.catch(() => undefined).finally(() => (ear.ended = true));
  return ear;
};

/** What one server process holds: a hub of its own, with a connection of its own that listens. */
export const openProcess = () => {
  const hub = openHub(news, listen);
  const join = async (person: string, { since, watches = [] }: { since?: string; watches?: string[] } = {}) => {
    const session = await db.session.create({ data: { userId: person, expiresAt: new Date(Date.now() + 3_600_000) } });
    const { connection, response } = openConnection({ person, credential: session.id, watches, since: fromSaid(since) }, { joined: hub.join, left: hub.leave });
    if (!response.body) throw new Error("a stream has a body");
    const ear = Object.assign(hearFrom(response.body), { connection, session: session.id });
    await vi.waitFor(() => expect(ear.last, "it knows where to come back to").not.toBe(""), { timeout: 8000, interval: 10 });
    return ear;
  };
  return { hub, join, close: hub.close };
};
