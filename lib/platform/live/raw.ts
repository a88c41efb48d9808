import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Names the response that belongs to a request; made here, so that nobody can name another's. */
export const TICKET = "x-live-ticket";

type Started = { request: IncomingMessage; response: ServerResponse };
const held = globalThis as { stepwellStarted?: Map<string, Started> };
const started = (held.stepwellStarted ??= new Map<string, Started>());

/** Keeps hold of Node's own response of each request for a stream. Once, when the server starts. */
export const keepResponses = () =>
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Started;
    delete request.headers[TICKET];
    if (request.method !== "GET" || !/^\/api\/live(\?|$)/.test(request.url ?? "")) return;
    const ticket = randomUUID();
    request.headers[TICKET] = ticket;
    started.set(ticket, { request, response });
    response.once("close", () => started.delete(ticket));
  });

/** What the server remembers of a request that it takes to be answered: as long as a stream is open, more than the stream itself. */
const forget = ({ request, response }: Started, closed: () => void) => {
  for (const name of ["close", "error", "aborted", "end"]) request.removeAllListeners(name);
  response.removeAllListeners("close");
  response.once("close", closed);
  for (const symbol of Object.getOwnPropertySymbols(request)) if (symbol.description?.startsWith("Next")) delete (request as unknown as Record<symbol, unknown>)[symbol];
};

/**
 * Takes Node's response over from the server, which believes that it has answered with a head and nothing else: so it lets go of
 * all it holds for a request, 40 KB of it. `ready` gets what writes (and says how many bytes wait) and what ends, once the head
 * is out; `closed` is called when nobody reads any more. Returns false where Node's response cannot be had: then the stream goes the usual way.
 */
export const takeOver = (ticket: string | null, ready: (write: (chunk: Uint8Array) => number, end: () => void) => void, closed: () => void) => {
  const mine = started.get(ticket ?? "");
  if (!mine) return false;
  started.delete(ticket ?? "");
  const { response } = mine;
  const end = response.end.bind(response);
  response.once("close", closed);
  response.end = () => {
    response.end = end;
    if (response.destroyed) return response;
    response.flushHeaders();
    ready((chunk) => (response.write(chunk), response.writableLength), () => void response.end());
    setTimeout(() => response.destroyed || forget(mine, closed), 100).unref();
    return response;
  };
  return true;
};
