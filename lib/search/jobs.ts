import "server-only";
import { system } from "@/lib/platform/actors";
import type { Clocks } from "@/lib/platform/jobs";
import { remakeRows } from "./commands";

/** Milliseconds: then the next hour goes on. */
const LONGEST = 120_000;

/** Makes rows again that were made by older rules, a few in each transaction, and says how many. */
export const remake = async (until = Date.now() + LONGEST) => {
  let made = 0;
  while (Date.now() < until) {
    const done = await remakeRows(system, {});
    if (!done.ok || done.value.made === 0) break;
    made += done.value.made;
  }
  return made;
};

export const clocks: Clocks = { "search-remake": { cron: "17 * * * *", run: async () => void (await remake()) } };
