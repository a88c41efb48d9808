import "server-only";
import { db } from "@/lib/platform/db";
import type { Clocks } from "@/lib/platform/jobs";
import { index, MADE } from "./events";
import { registry } from "./kinds/queries";

const AT_ONCE = 200;
/** Milliseconds: then the next hour goes on. */
const LONGEST = 120_000;

/** What the newest rules make otherwise than those before (1: Polish by its stems). */
const older = { made: { lt: MADE }, language: "pl" };

/** Makes rows again that were made by older rules, a few in each transaction; how many were left to make is how many it made. */
export const remake = async (until = Date.now() + LONGEST) => {
  let made = 0;
  while (Date.now() < until) {
    const rows = await db.searchDocument.findMany({ where: older, select: { id: true, kind: true }, take: AT_ONCE });
    if (rows.length === 0) break;
    for (const kind of Object.values(registry)) {
      const ids = rows.filter((row) => row.kind === kind.stored).map(({ id }) => id);
      await db.$transaction((tx) => index(tx, kind, ids));
    }
    made += rows.length;
  }
  return made;
};

export const clocks: Clocks = { "search-remake": { cron: "17 * * * *", run: async () => void (await remake()) } };
