import "server-only";
import { db } from "./db";
import type { Clocks } from "./jobs";
import { sweepLimits } from "./limits";
import { sweepAnnouncements } from "./live/announcements";

const DAY = 24 * 3600 * 1000;

/** A key is good for a day; after that the same request is a new one. */
export const sweepKeys = async (now: Date) => (await db.idempotencyKey.deleteMany({ where: { at: { lt: new Date(now.getTime() - DAY) } } })).count;

/** What the kit itself keeps for a while, and no longer. */
export const clocks: Clocks = {
  "idempotency-keys": { cron: "7 * * * *", run: async (now) => void (await sweepKeys(now)) },
  "rate-limits": { cron: "23 * * * *", run: async () => void (await sweepLimits()) },
  announcements: { cron: "*/10 * * * *", run: async (now) => void (await sweepAnnouncements(now)) },
};
