import "server-only";
import { system } from "./actors";
import { calendarFrom, MORNING, organisationZone } from "./calendar";
import { db, type ReadTx, type Tx } from "./db";
import { record } from "./events";
import type { Clocks } from "./jobs";
import { log } from "./log";
import { addWorkingDays, atHour, type Day, dayAt, type DaysOff, fromStoredDay, toStoredDay } from "./working-days";

/** The first step says that something is due; a reminder that it still is; an escalation that somebody else should know. */
export type Step = "due" | "reminder" | "escalation";
/** What the clocks of one kind of record do. */
export type ClockKind = {
  /** Whom the record waits for (while all of them are away no day counts), and the place whose people alone may hear of it; null: it waits for nothing any more. */
  waits: (tx: ReadTx, subjectId: string) => Promise<{ for: string[]; communityId: string | null } | null>;
  /** The event that each step is; what comes of it is a reaction to it like any other. */
  events: Partial<Record<Step, string>>;
};
export type ClockKinds = Record<string, ClockKind>;
/** The days from `from` on, on which every one of these people is away. */
export type DaysAway = (userIds: string[], from: Day) => Promise<DaysOff>;

type Setting = { kind: string; subjectId: string; step: Step; /** The day it counts from; today unless said. */ since?: Day; workingDays: number };

const reckon = (since: Day, workingDays: number, timeZone: string, off: DaysOff) => atHour(addWorkingDays(since, workingDays, off), MORNING, timeZone);

/** Sets a clock in the transaction of the change, or sets it anew: `workingDays` after the day `since`, in the morning. */
export const setClock = async (tx: Tx, { kind, subjectId, step, since, workingDays }: Setting) => {
  const from = since ?? dayAt(new Date(), await organisationZone(tx));
  const { timeZone, holidays } = await calendarFrom(tx, from);
  const data = { since: toStoredDay(from), workingDays, dueAt: reckon(from, workingDays, timeZone, holidays), firedAt: null };
  await tx.clock.upsert({ where: { kind_subjectId_step: { kind, subjectId, step } }, create: { kind, subjectId, step, ...data }, update: data });
};

/** Takes down what still runs for these records: they wait for nothing any more. */
export const cancelClocks = async (tx: Tx, kind: string, ...subjectIds: string[]) => {
  await tx.clock.deleteMany({ where: { kind, subjectId: { in: subjectIds }, firedAt: null } });
};

type Row = { kind: string; subjectId: string; step: Step; since: Date; workingDays: number };
const idOf = ({ kind, subjectId, step }: Row) => ({ kind_subjectId_step: { kind, subjectId, step } });

/**
 * The record whose clock has been due for longest, with all of its clocks that still run held. Only the first clock of a record may be
 * taken hold of, so that two servers never have one each; a record that another server holds is passed over.
 */
const take = async (tx: Tx, now: Date, kinds: string[], but: string[]) => {
  const [first] = await tx.$queryRaw<Row[]>`
    SELECT c.kind, c."subjectId" FROM "Clock" c
    WHERE c."firedAt" IS NULL AND c."dueAt" <= ${now} AND c.kind = ANY(${kinds}) AND NOT (c."subjectId" = ANY(${but}::uuid[]))
      AND NOT EXISTS (SELECT 1 FROM "Clock" o WHERE o.kind = c.kind AND o."subjectId" = c."subjectId" AND o."firedAt" IS NULL AND (o."dueAt", o.step) < (c."dueAt", c.step))
    ORDER BY c."dueAt" LIMIT 1 FOR UPDATE OF c SKIP LOCKED`;
  if (!first) return null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT kind, "subjectId", step, since, "workingDays" FROM "Clock" WHERE kind = ${first.kind} AND "subjectId" = ${first.subjectId}::uuid AND "firedAt" IS NULL ORDER BY "dueAt", step FOR UPDATE`;
  return { ...first, rows };
};
type Taken = NonNullable<Awaited<ReturnType<typeof take>>>;

/** Reckons again when each clock of a record is due, now that every holiday and absence is known; of those that are, the last one fires, and those before it are past. */
const fire = async (tx: Tx, { kind, subjectId, rows }: Taken, { waits, events }: ClockKind, away: DaysAway, now: Date) => {
  const waiting = await waits(tx, subjectId);
  if (!waiting) return cancelClocks(tx, kind, subjectId);
  const since = rows.map((row) => fromStoredDay(row.since)).sort()[0] ?? "";
  const { timeZone, holidays } = await calendarFrom(tx, since);
  const off = new Set([...holidays, ...(await away(waiting.for, since))]);
  const reckoned = rows.map((row) => ({ row, dueAt: reckon(fromStoredDay(row.since), row.workingDays, timeZone, off) })).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const due = reckoned.filter(({ dueAt }) => dueAt <= now);
  for (const { row, dueAt } of reckoned) await tx.clock.update({ where: idOf(row), data: dueAt <= now ? { firedAt: now } : { dueAt } });
  const name = events[due.at(-1)?.row.step ?? "due"];
  if (due.length > 0 && name) await record(tx, { name, subjectId, actor: system, communityId: waiting.communityId });
};

/**
 * Fires what is due at `now`, each record in a transaction of its own together with its event: once, however many servers do it at
 * the same time. One that fails does not keep the others from their time; the next minute tries it again.
 */
export const fireClocks = async (kinds: ClockKinds, away: DaysAway, now: Date) => {
  const failed: string[] = [];
  for (let more = true; more; ) {
    let at = "";
    const one = async (tx: Tx) => {
      const taken = await take(tx, now, Object.keys(kinds), failed);
      at = taken?.subjectId ?? "";
      const kind = taken && kinds[taken.kind];
      if (kind) await fire(tx, taken, kind, away, now);
      return taken !== null;
    };
    try {
      more = await db.$transaction(one);
    } catch (error) {
      if (!at) throw error;
      failed.push(at);
      log.warn("a clock could not fire and is tried again", { subjectId: at, error });
    }
  }
};

/** The scheduler: every minute, on every server. */
export const runClocks = (kinds: ClockKinds, away: DaysAway): Clocks => ({
  "due-steps": { cron: "* * * * *", run: (now) => fireClocks(kinds, away, now) },
});
