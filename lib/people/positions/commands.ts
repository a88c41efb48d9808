import "server-only";
import type { StaffCategory } from "@/lib/generated/prisma/enums";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { personSaid, today } from "../commands";
import { mayManage, peopleManagedBy } from "../policy";
import { dayBefore, move } from "./rules";
import { PlacePerson } from "./schema";

type Said = { unit?: string | undefined; manager?: string | undefined };

/** The ids behind what a form says of unit and manager; a refusal by the field when there is no such thing. The unit does not close meanwhile. */
export const resolvePlace = async (tx: Tx, { unit, manager }: Said, personId?: string) => {
  const [place] = unit ? await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Unit" WHERE code = ${unit} AND "closedAt" IS NULL FOR SHARE` : [];
  if (unit && !place) return refuse("invalid", { unit: ["unit-unknown"] });
  const superior = manager ? await personSaid(tx, manager) : null;
  if (manager && !superior) return refuse("invalid", { manager: ["person-unknown"] });
  if (superior && superior.id === personId) return refuse("invalid", { manager: ["own-manager"] });
  return ok({ unitId: place?.id ?? null, managerId: superior?.id ?? null });
};

/** Keeps the history of where someone was when: ends the present row and begins another, if anything has changed. */
export const putPosition = async (tx: Tx, userId: string, next: { unitId: string | null; title: string; category: StaffCategory; startsOn?: Date | undefined }) => {
  const select = { id: true, unitId: true, title: true, category: true, startsOn: true, endsOn: true } as const;
  const last = await tx.position.findFirst({ where: { userId }, orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { startsOn: "desc" }], select });
  const day = await today(tx);
  const { drop, end, begin } = move(last?.endsOn === null ? last : null, next, day, last?.startsOn);
  const starts = begin?.startsOn ?? day;
  if (begin || drop) { // what was to begin later never was, and what was to last longer ends the day before
    await tx.position.deleteMany({ where: { userId, startsOn: { gt: starts } } });
    await tx.position.updateMany({ where: { userId, startsOn: { lt: starts }, endsOn: { gte: starts } }, data: { endsOn: dayBefore(starts) } });
    await tx.position.updateMany({ where: { userId, startsOn: starts, endsOn: { gt: starts } }, data: { endsOn: starts } });
  }
  if (end) await tx.position.update({ where: { id: end.id }, data: { endsOn: end.endsOn } });
  if (begin) await tx.position.create({ data: { userId, ...begin } });
};

export const toCategory = (said: "staff" | "manager") => said.toUpperCase() as StaffCategory;

export const placePerson = command({
  event: "person.moved",
  input: PlacePerson,
  find: (tx, { id }, actor) =>
    tx.user.findFirst({
      where: { AND: [peopleManagedBy(actor), { id, closedAt: null }] },
      select: { id: true, version: true, position: true, category: true, roles: { select: { role: true } }, unit: { select: { code: true } }, manager: { select: { handle: true } } },
    }),
  allow: mayManage,
  versioned: ({ version, position, category, unit, manager }) => ({
    version,
    current: { version, position, category: category.toLowerCase(), unit: unit?.code ?? "", manager: manager?.handle ?? "" },
  }),
  run: async (tx, { id, version }, { unit, manager, position, category, startsOn }) => {
    const resolved = await resolvePlace(tx, { unit, manager }, id);
    if (!resolved.ok) return resolved;
    const { unitId, managerId } = resolved.value;
    const now = { unitId, managerId, position, category: toCategory(category), version: { increment: 1 } };
    const { count } = await tx.user.updateMany({ where: { id, version }, data: now });
    if (count === 0) return refuse("stale");
    await putPosition(tx, id, { unitId, title: position, category: now.category, startsOn });
    return ok({ id });
  },
});
