import "server-only";
import type { ReadTx } from "./db";
import { addDays, type Day, type DaysOff, fromStoredDay, toStoredDay } from "./working-days";

/** Of a count of working days no holiday farther away matters (days). */
const AHEAD = 3 * 366;

/** The hour of a working day, at the organisation's place, at which what is due is said. */
export const MORNING = 9;

/** Where the organisation's clocks stand, and its holidays from that day on. */
export const calendarFrom = async (tx: ReadTx, day: Day): Promise<{ timeZone: string; holidays: DaysOff }> => {
  const holidays = await tx.holiday.findMany({ where: { day: { gte: toStoredDay(day), lte: toStoredDay(addDays(day, AHEAD)) } }, select: { day: true } });
  return { timeZone: await organisationZone(tx), holidays: new Set(holidays.map((one) => fromStoredDay(one.day))) };
};

export const organisationZone = async (tx: ReadTx) => (await tx.organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } }))?.timeZone ?? "UTC";
