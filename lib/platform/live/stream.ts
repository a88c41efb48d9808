import "server-only";
import type { Me } from "../actor";
import { problem } from "../http";
import { openConnection, streamHeaders } from "./connection";
import { credentialOf } from "./credentials";
import { type News, openHub } from "./hub";
import { listen } from "./listener";
import { fromSaid } from "./position";
import { TICKET } from "./raw";

/** What one person may hold of a server, and all of them together: memory, at about 20 KB each. */
const [EACH, ALL] = [1000, 10_000];

const held = globalThis as { stepwellLive?: ReturnType<typeof openHub>; stepwellLiveEnded?: boolean };

/** Opens the stream of what happens now for somebody who is signed in; from where they were, if they say so. */
export const openStream = (news: News, { actor, request, watches, after }: { actor: Me; request: Request; watches: readonly string[]; after?: string | undefined }) => {
  if (request.method !== "GET") return new Response(null, { headers: streamHeaders });
  if (held.stepwellLiveEnded) return problem("unavailable", { retryAfter: 2 });
  const hub = (held.stepwellLive ??= openHub(news, listen));
  if (hub.count() >= ALL) return problem("unavailable", { retryAfter: 30 });
  if (hub.count(actor.id) >= EACH) return problem("too-many-requests", { retryAfter: 30 });
  const who = { person: actor.id, credential: credentialOf(actor, request.headers.get("authorization")), watches, since: fromSaid(request.headers.get("last-event-id") ?? after) };
  return openConnection(who, { joined: hub.join, left: hub.leave }, request.headers.get(TICKET)).response;
};

/** Ends what is open, and opens nothing more: this server is ending. */
export const closeStreams = async () => {
  held.stepwellLiveEnded = true;
  await held.stepwellLive?.close();
};
