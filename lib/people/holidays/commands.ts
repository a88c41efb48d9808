import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { holidaysSeenBy, mayKeepHolidays } from "./policy";
import { AddHoliday, RemoveHoliday } from "./schema";

/** From now on no clock counts this day; those that run are reckoned anew when they would be due. */
export const addHoliday = command({
  event: "holiday.added",
  input: AddHoliday,
  find: async () => ({}),
  allow: mayKeepHolidays,
  run: async (tx, _none, { day, name }) => {
    const { count } = await tx.holiday.createMany({ data: [{ day, name }], skipDuplicates: true });
    if (count === 0) return refuse("invalid", { day: ["holiday-already"] });
    return ok(await tx.holiday.findUniqueOrThrow({ where: { day }, select: { id: true } }));
  },
});

export const removeHoliday = command({
  event: "holiday.removed",
  input: RemoveHoliday,
  find: (tx, { id }, actor) => tx.holiday.findFirst({ where: { AND: [holidaysSeenBy(actor), { id }] }, select: { id: true } }),
  allow: mayKeepHolidays,
  run: async (tx, { id }) => {
    await tx.holiday.delete({ where: { id } });
    return ok({ id });
  },
});
