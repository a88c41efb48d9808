import "server-only";
import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { poolSettings } from "./db";

/** How many times within how many seconds. Kept in PostgreSQL, so that all servers count together. */
const limits = {
  "sign-in-account": { points: 10, duration: 15 * 60 },
  "sign-in-address": { points: 60, duration: 15 * 60 },
  write: { points: 60, duration: 60 },
  search: { points: 120, duration: 60 },
  setup: { points: 10, duration: 60 * 60 },
  reset: { points: 5, duration: 60 * 60 },
} as const;
export type Limit = keyof typeof limits;

/** For what is asked while someone types: cheap, so that each server counts for itself. */
const quick = { draft: { points: 120, duration: 60 }, completion: { points: 240, duration: 60 } } as const;
export type QuickLimit = keyof typeof quick;

export type Limited = { ok: true } | { ok: false; retryAfter: number };

const held = globalThis as { stepwellLimits?: Map<string, RateLimiterPostgres | RateLimiterMemory>; stepwellLimitPool?: pg.Pool };
const made = (held.stepwellLimits ??= new Map());
const pool = () => {
  held.stepwellLimitPool ??= new pg.Pool({ ...poolSettings(), max: 2 }).on("error", () => undefined);
  return held.stepwellLimitPool;
};

const take = async (limiter: RateLimiterPostgres | RateLimiterMemory, key: string): Promise<Limited> => {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { ok: false, retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    throw refused;
  }
};

const kept = <L extends RateLimiterPostgres | RateLimiterMemory>(name: string, make: () => L) => {
  const limiter = made.get(name) ?? make();
  made.set(name, limiter);
  return limiter;
};

/** Counts one more; `retryAfter` is in seconds. Nobody is locked out for good: the count begins anew after its time. */
export const limit = (name: Limit, key: string) =>
  take(kept(name, () => new RateLimiterPostgres({ storeClient: pool(), tableName: "RateLimit", tableCreated: true, clearExpiredByTimeout: false, keyPrefix: name, ...limits[name] })), key);

export const quickLimit = (name: QuickLimit, key: string) => take(kept(name, () => new RateLimiterMemory({ keyPrefix: name, ...quick[name] })), key);

/** Ends the connections of this process: for programs and tests. */
export const closeLimits = async () => {
  made.clear();
  await held.stepwellLimitPool?.end();
  delete held.stepwellLimitPool;
};
