import type { Rhythm } from "@/lib/generated/prisma/enums";

/** Complete weeks that are looked back on (domain 3.2: W). */
export const WINDOW = 13;

/** In how many of these weeks something was said. `weeks` is less than the window while a community is young. */
export type Beat = { active: number; weeks: number };

const weeksBetween: Record<Rhythm, number> = { WEEKLY: 1, FORTNIGHTLY: 2, MONTHLY: 52 / 12, QUARTERLY: 13 };

/** Regularity (domain 004-07): weeks with activity / weeks; null before the first week is over. */
export const regularity = ({ active, weeks }: Beat) => (weeks > 0 ? active / weeks : null);

/** Whether a community keeps the rhythm it set itself: as many active weeks as the rhythm has turns in these weeks. */
export const keepsRhythm = (rhythm: Rhythm, { active, weeks }: Beat) => weeks === 0 || active >= Math.floor(weeks / weeksBetween[rhythm]);
