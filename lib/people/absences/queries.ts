import "server-only";
import { read } from "@/lib/platform/access";
import { absencesSeenBy } from "./policy";

/** One's own absences that are not over on this day, the next one first. */
export const listMyAbsences = read(absencesSeenBy, (visible, tx, today: Date) =>
  tx.absence.findMany({ where: { AND: [visible, { endsOn: { gte: today } }] }, select: { id: true, startsOn: true, endsOn: true }, orderBy: { startsOn: "asc" }, take: 50 }),
);
