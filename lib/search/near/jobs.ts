import "server-only";
import type { Clocks } from "@/lib/platform/jobs";
import { system } from "@/lib/platform/session";
import { findNearOfNext } from "./commands";

/** Milliseconds: then the rest waits for the next minute, so that an import of thousands slows nobody. */
const LONGEST = 5_000;

const catchUp = async () => {
  for (const until = Date.now() + LONGEST; Date.now() < until; ) {
    const done = await findNearOfNext(system, {});
    if (!done.ok || done.value.done === 0) return;
  }
};

export const clocks: Clocks = { "near-discussions": { cron: "* * * * *", run: catchUp } };
