import { createHash } from "node:crypto";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** The demo's times: everything is told from `now`, and nothing lies after it. */
export const clockFrom = (now: Date) => {
  const bound = (ms: number) => new Date(Math.min(Math.round(ms), now.getTime()));
  return {
    now,
    daysAgo: (days: number) => bound(now.getTime() - days * DAY),
    /** A calendar day, some days before (or, negative, after) today: for positions and absences. */
    day: (daysAgo: number) => new Date(new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10)),
    after: (time: Date, hours: number) => bound(time.getTime() + hours * HOUR),
    /** A moment between two others, always the same for the same words. */
    between: (from: Date, to: Date, ...words: string[]) => bound(from.getTime() + Math.max(0, to.getTime() - from.getTime()) * chance(...words)),
  };
};
export type Clock = ReturnType<typeof clockFrom>;

/** A number from 0 up to 1 that depends on nothing but the words: the demo is the same in every installation. */
export const chance = (...words: string[]) => createHash("sha256").update(words.join("\0")).digest().readUInt32BE(0) / 2 ** 32;

export const latest = (...times: (Date | null | undefined)[]) => new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));
