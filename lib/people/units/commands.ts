import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { personSaid } from "../commands";
import { mayManageUnits, unitsSeenBy } from "./policy";
import { close, hang } from "./rules";
import { AddUnit, EditUnit, MoveUnit, UnitId } from "./schema";

type Keepers = { head?: string | undefined; lessonManager?: string | undefined };

/** The tree is changed by one at a time: two moves that are right each by itself could make a circle together. */
export const holdTree = (tx: Tx) => tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('units'))`;

const found = (tx: Tx, { id }: { id: string }, actor: Actor) =>
  tx.unit.findFirst({
    where: { AND: [unitsSeenBy(actor), { id }] },
    select: {
      id: true, code: true, name: true, satellite: true, version: true, closedAt: true, parentId: true,
      parent: { select: { code: true } }, head: { select: { handle: true } }, lessonManager: { select: { handle: true } },
    },
  });
/** With the unit itself held, nobody is placed in it while it closes. */
const held = async (tx: Tx, input: { id: string }, actor: Actor) => {
  await holdTree(tx);
  await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ${input.id}::uuid FOR UPDATE`;
  return found(tx, input, actor);
};
type Found = NonNullable<Awaited<ReturnType<typeof found>>>;

const standing = ({ version, code, name, satellite, parent, head, lessonManager }: Found) => ({
  version,
  current: { version, code, name, satellite, parent: parent?.code ?? "", head: head?.handle ?? "", lessonManager: lessonManager?.handle ?? "" },
});

const keepers = async (tx: Tx, { head, lessonManager }: Keepers) => {
  const [first, second] = [head ? await personSaid(tx, head) : null, lessonManager ? await personSaid(tx, lessonManager) : null];
  if (head && !first) return refuse("invalid", { head: ["person-unknown"] });
  if (lessonManager && !second) return refuse("invalid", { lessonManager: ["person-unknown"] });
  return ok({ headId: first?.id ?? null, lessonManagerId: second?.id ?? null });
};

const codeTaken = async (tx: Tx, code: string, but?: string) => (await tx.unit.count({ where: { code, ...(but && { id: { not: but } }) } })) > 0;

const parentOf = async (tx: Tx, code: string | undefined) => {
  const parent = code ? await tx.unit.findFirst({ where: { code, closedAt: null }, select: { id: true } }) : null;
  return code && !parent ? refuse("invalid", { parent: ["unit-unknown"] }) : ok(parent?.id ?? null);
};

export const addUnit = command({
  event: "unit.added",
  input: AddUnit,
  find: async (tx) => {
    await holdTree(tx);
    return {};
  },
  allow: mayManageUnits,
  run: async (tx, _none, { code, name, satellite, parent, ...said }) => {
    if (await codeTaken(tx, code)) return refuse("invalid", { code: ["code-taken"] });
    const above = await parentOf(tx, parent);
    if (!above.ok) return above;
    const kept = await keepers(tx, said);
    if (!kept.ok) return kept;
    return ok(await tx.unit.create({ data: { code, name, satellite, parentId: above.value, ...kept.value }, select: { id: true } }));
  },
});

export const editUnit = command({
  event: "unit.edited",
  input: EditUnit,
  find: held,
  allow: mayManageUnits,
  versioned: standing,
  run: async (tx, { id }, { code, name, satellite, ...said }) => {
    if (await codeTaken(tx, code, id)) return refuse("invalid", { code: ["code-taken"] });
    const kept = await keepers(tx, said);
    if (!kept.ok) return kept;
    await tx.unit.update({ where: { id }, data: { code, name, satellite, ...kept.value, version: { increment: 1 } } });
    return ok({ id });
  },
});

export const moveUnit = command({
  event: "unit.moved",
  input: MoveUnit,
  find: held,
  allow: mayManageUnits,
  versioned: standing,
  run: async (tx, { id }, { parent }) => {
    const above = await parentOf(tx, parent);
    if (!above.ok) return above;
    const all = await tx.unit.findMany({ select: { id: true, parentId: true } });
    const place = hang(id, above.value, new Map(all.map((one) => [one.id, one.parentId])));
    if (!place.ok) return place;
    await tx.unit.update({ where: { id }, data: { parentId: place.value.parentId, version: { increment: 1 } } });
    return ok({ id });
  },
});

export const closeUnit = command({
  event: "unit.closed",
  input: UnitId,
  find: held,
  allow: mayManageUnits,
  run: async (tx, unit) => {
    const { id } = unit;
    const [people, units] = [await tx.user.count({ where: { unitId: id, closedAt: null } }), await tx.unit.count({ where: { parentId: id, closedAt: null } })];
    const change = close(unit, { people, units });
    if (!change.ok) return change;
    await tx.unit.update({ where: { id }, data: { closedAt: new Date(), headId: null, lessonManagerId: null, version: { increment: 1 } } });
    return ok({ id });
  },
});

export const reopenUnit = command({
  event: "unit.reopened",
  input: UnitId,
  find: held,
  allow: mayManageUnits,
  run: async (tx, { id, closedAt, parentId }) => {
    if (!closedAt) return refuse("open-already");
    const above = parentId ? await tx.unit.count({ where: { id: parentId, closedAt: null } }) : 1;
    await tx.unit.update({ where: { id }, data: { closedAt: null, ...(above === 0 && { parentId: null }), version: { increment: 1 } } });
    return ok({ id });
  },
});
