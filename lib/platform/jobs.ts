import "server-only";
import { fromPrisma, type Job, type JobResult, PgBoss } from "pg-boss";
import { poolSettings, type Tx } from "./db";
import { log } from "./log";
import type { Queue } from "./queues";

const held = globalThis as { stepwellBoss?: Promise<PgBoss> };

const begin = async (working: boolean) => {
  const boss = new PgBoss({
    ...poolSettings(),
    max: working ? 4 : 1,
    supervise: working,
    schedule: working,
    migrate: false,
    createSchema: false,
    useListenNotify: working && !process.env.DATABASE_POOLED,
  });
  boss.on("error", () => undefined); // a database that restarts is no reason to end the server: pg-boss tries again
  await boss.start();
  return boss;
};

/** Sends a job inside the transaction of the change: both are there, or neither. */
export const send = async (tx: Tx, queue: Queue, data: object, options: { id?: string; singletonKey?: string; startAfter?: Date } = {}) => {
  const boss = await (held.stepwellBoss ??= begin(false));
  await boss.send(queue, data, { ...options, db: fromPrisma(tx) });
};

/** Many jobs of one queue in one statement; with ids of their own, those that are there already are not sent again. */
export const sendAll = async <Data extends object>(tx: Tx, queue: Queue, all: Data[], id?: (data: Data) => string) => {
  if (all.length === 0) return;
  const boss = await (held.stepwellBoss ??= begin(false));
  await boss.insert(queue, all.map((data) => ({ data, ...(id && { id: id(data) }) })), { db: fromPrisma(tx) });
};

type Work = { [Q in Exclude<Queue, "clock">]?: (data: never) => Promise<void> };

/** What is done by the clock: when (cron, in UTC, to the minute), and what. It may run late or twice, so it asks the data what is due. */
export type Clocks = Record<string, { cron: string; run: (now: Date) => Promise<void> }>;

/** Sets the clocks that are in the code, and takes down those that no longer are. */
const setClocks = async (boss: PgBoss, clocks: Clocks) => {
  for (const { key } of await boss.getSchedules("clock")) if (!clocks[key]) await boss.unschedule("clock", key);
  for (const [name, { cron }] of Object.entries(clocks)) await boss.schedule("clock", cron, { name }, { key: name });
};

/** One job that fails is tried again alone: those that were fetched with it do not fail with it. */
const outcome = async (queue: Queue, run: (data: never) => Promise<void>, data: unknown) => {
  try {
    await run(data as never);
    return "completed" as const;
  } catch (error) {
    log.warn("a job failed and is tried again", { queue, error });
    return "failed" as const;
  }
};

/** Starts the workers of this process. Called once, by `instrumentation.ts`. */
export const startWork = async (work: Work, clocks: Clocks = {}) => {
  held.stepwellBoss = begin(true);
  const boss = await held.stepwellBoss;
  const all = { ...work, clock: async ({ name }: { name: string }) => clocks[name]?.run(new Date()) };
  for (const [queue, run] of Object.entries(all) as [Queue, (data: never) => Promise<void>][])
    await boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 10, localConcurrency: 2, perJobResults: true }, async (jobs: Job[]) => {
      const results: JobResult[] = [];
      for (const { id, data } of jobs) results.push({ id, status: await outcome(queue, run, data) });
      return results;
    });
  await setClocks(boss, clocks);
  return () => boss.stop({ graceful: true, timeout: 5_000 });
};

/** Ends the connections of this process: for programs and tests. */
export const stopWork = async () => {
  const boss = await held.stepwellBoss;
  delete held.stepwellBoss;
  await boss?.stop({ graceful: false });
};
