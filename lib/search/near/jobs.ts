import "server-only";
import type { Clocks } from "@/lib/platform/jobs";
import { system } from "@/lib/platform/session";
import { findNearOfNext } from "./commands";

/** After this many rounds the rest waits for the next minute. */
const ROUNDS = 10;

const catchUp = async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const done = await findNearOfNext(system, {});
    if (!done.ok || done.value.done === 0) return;
  }
};

export const clocks: Clocks = { "near-discussions": { cron: "* * * * *", run: catchUp } };
