import "server-only";
import { read } from "@/lib/platform/access";
import { holidaysSeenBy } from "./policy";

/** The holidays from this day on, the next one first. */
export const listHolidays = read(holidaysSeenBy, (visible, tx, today: Date) =>
  tx.holiday.findMany({ where: { AND: [visible, { day: { gte: today } }] }, select: { id: true, day: true, name: true }, orderBy: { day: "asc" }, take: 200 }),
);
