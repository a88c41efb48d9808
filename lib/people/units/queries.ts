import "server-only";
import { read } from "@/lib/platform/access";
import { unitsSeenBy } from "./policy";
import { tree } from "./rules";

/** Every unit the actor knows of, as a tree line by line, with its people counted by category, by itself and with all below. */
export const listUnits = read(unitsSeenBy, async (visible, tx) => {
  const units = await tx.unit.findMany({
    where: visible,
    select: {
      id: true, code: true, name: true, satellite: true, parentId: true, closedAt: true, version: true, createdAt: true, updatedAt: true,
      head: { select: { handle: true, name: true } }, lessonManager: { select: { handle: true, name: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const counts = await tx.user.groupBy({ by: ["unitId", "category"], where: { closedAt: null, name: { not: null }, imported: null }, _count: { _all: true } });
  const of = (unitId: string, category: "STAFF" | "MANAGER") => counts.find((one) => one.unitId === unitId && one.category === category)?._count._all ?? 0;
  return tree(units, units.map(({ id }) => ({ unitId: id, staff: of(id, "STAFF"), managers: of(id, "MANAGER") })));
});
export type UnitLine = Awaited<ReturnType<typeof listUnits>>[number];

/** Open units by name, for a choice. */
export const listUnitChoices = read(unitsSeenBy, async (visible, tx) => {
  const units = await tx.unit.findMany({ where: { AND: [visible, { closedAt: null }] }, select: { id: true, code: true, name: true, parentId: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return tree(units, []).map(({ code, name, depth }) => ({ code, name, depth }));
});
