import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "./env";

/** What a proxy says of whoever called it; and what anybody else can write just as well. */
const said = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip"];

export const dropForwarded = (headers: IncomingMessage["headers"]) => {
  for (const name of said) delete headers[name];
};

const held = globalThis as { stepwellForwarded?: boolean };

/**
 * Without `TRUST_PROXY` nobody stands before us whose word counts: the headers go before Next reads them, which then writes the
 * socket's own address in their place. Next passes them through otherwise, and whoever guesses passwords could call from a new address each time.
 */
export const distrustForwarded = () => {
  if (env().TRUST_PROXY || held.stepwellForwarded) return;
  held.stepwellForwarded = true;
  subscribe("http.server.request.start", (message) => dropForwarded((message as { request: IncomingMessage }).request.headers));
};
