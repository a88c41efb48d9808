import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { poolSettings } from "./db";

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

/**
 * How many times in how many seconds. The seconds run from the first time and are not drawn out by further tries, so that
 * nobody is locked out for good. `…-account` is kept high where a stranger can drive it up, `…-address` where an office shares one.
 */
const shared = {
  "sign-in": [10, QUARTER],
  "sign-in-account": [50, QUARTER],
  "sign-in-address": [60, QUARTER],
  "provider-address": [600, QUARTER],
  password: [10, QUARTER],
  "invitation-account": [10, QUARTER],
  "invitation-address": [60, QUARTER],
  reset: [5, HOUR],
  "reset-address": [30, HOUR],
  setup: [5, HOUR],
  write: [60, MINUTE],
} as const;

/** What is asked while somebody types, by a reader on its round, or of the search: counted in this process alone, since a statement for each would cost more than it saves. */
const quick = { draft: [120, MINUTE], completion: [240, MINUTE], subscription: [120, MINUTE], search: [Number(process.env.SEARCHES_A_MINUTE) || 120, MINUTE] } as const;

export type Limit = keyof typeof shared;
export type QuickLimit = keyof typeof quick;
/** `retryAfter`: whole seconds until the next try counts. */
export type Allowance = { ok: true } | { ok: false; retryAfter: number };

type Limiter = { consume: (key: string) => Promise<RateLimiterRes>; reward: (key: string, points: number) => Promise<RateLimiterRes> };

/** Keys are people, accounts and network addresses: the table holds none of them in clear. */
const hidden = (key: string) => createHash("sha256").update(key.toLowerCase()).digest("base64url");

const ask = async (limiter: Limiter, key: string): Promise<Allowance> => {
  try {
    await limiter.consume(hidden(key));
    return { ok: true };
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return { ok: false, retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
    throw reason;
  }
};

const each = <Name extends string>(figures: Record<Name, readonly [points: number, duration: number]>, make: (name: Name, points: number, duration: number) => Limiter) => {
  const made = new Map<Name, Limiter>();
  return (name: Name) => {
    const [points, duration] = figures[name];
    const limiter = made.get(name) ?? make(name, points, duration);
    made.set(name, limiter);
    return limiter;
  };
};

/** The limits of all servers together, kept in the table `RateLimit` of this database. */
export const limitsOn = (pool: pg.Pool) => {
  const of = each<Limit>(shared, (name, points, duration) =>
    new RateLimiterPostgres({ storeClient: pool, storeType: "pool", tableName: "RateLimit", tableCreated: true, clearExpiredByTimeout: false, keyPrefix: name, points, duration }));
  return {
    /** Counts one more time for this key, and says whether it is still allowed. Throws when the database does not answer. */
    limit: (name: Limit, key: string) => ask(of(name), key),
    /** Takes one time back: a sign-in that was right is no try at guessing. */
    giveBack: async (name: Limit, key: string) => void (await of(name).reward(hidden(key), 1)),
    /** Removes what no longer counts; for a clock. */
    sweep: async () => (await pool.query(`DELETE FROM "RateLimit" WHERE expire < $1`, [Date.now()])).rowCount ?? 0,
  };
};

const held = globalThis as { stepwellLimits?: ReturnType<typeof limitsOn>; stepwellLimitPool?: pg.Pool | undefined };
const open = () => {
  held.stepwellLimitPool = new pg.Pool({ ...poolSettings(), max: 3, allowExitOnIdle: true });
  held.stepwellLimitPool.on("error", () => undefined); // an idle connection that breaks is replaced at the next question
  return limitsOn(held.stepwellLimitPool);
};
const ours = () => (held.stepwellLimits ??= open());

export const limit = (name: Limit, key: string) => ours().limit(name, key);
export const giveBack = (name: Limit, key: string) => ours().giveBack(name, key);
export const sweepLimits = () => ours().sweep();

/** Ends the connections of this process: for programs and tests. */
export const closeLimits = async () => {
  await held.stepwellLimitPool?.end();
  delete held.stepwellLimitPool;
  delete held.stepwellLimits;
};

const inMemory = each<QuickLimit>(quick, (name, points, duration) => new RateLimiterMemory({ keyPrefix: name, points, duration }));

/** As `limit`, for this process alone. */
export const quickLimit = (name: QuickLimit, key: string) => ask(inMemory(name), key);
