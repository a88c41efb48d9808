import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { recordAll } from "@/lib/platform/events";
import { newId } from "@/lib/platform/id";
import { ok } from "@/lib/platform/result";
import { holdTree } from "../../units/commands";
import { mayImport } from "../policy";
import { type KnownUnit, planUnits, type UnitLine } from "../rules";
import { ImportUnits, type Line } from "../schema";

const look = async (tx: Tx, rows: Line<UnitLine>[]) => {
  await holdTree(tx);
  const units = await tx.unit.findMany({ select: { id: true, code: true, name: true, satellite: true, closedAt: true, parent: { select: { code: true } } } });
  const known = new Map<string, KnownUnit>(units.map(({ code, parent, closedAt, ...unit }) => [code, { ...unit, parent: parent?.code ?? "", closed: closedAt !== null }]));
  return planUnits(rows, known);
};
type Plan = Awaited<ReturnType<typeof look>>;

const report = ({ create, update, same, problems }: Plan) => {
  const named = ({ line, value }: Line<UnitLine>) => ({ line, name: value.name });
  return { created: create.map(named), updated: update.map(named), same, problems };
};

/** Parents last, when every unit is there. */
const setParents = (tx: Tx, rows: Line<UnitLine>[]) =>
  tx.$executeRaw`
    UPDATE "Unit" u SET "parentId" = p.id FROM unnest(${rows.map(({ value }) => value.code)}::text[], ${rows.map(({ value }) => value.parent)}::text[]) s(code, parent)
      LEFT JOIN "Unit" p ON p.code = s.parent WHERE u.code = s.code`;

const spec = { input: ImportUnits, find: (tx: Tx, { rows }: { rows: Line<UnitLine>[] }) => look(tx, rows), allow: mayImport };

const rehearse = command({ ...spec, event: null, run: async (_tx, plan) => ok({ id: newId(), ...report(plan) }) });

const perform = command({
  ...spec,
  event: "import.units",
  run: async (tx, plan, _input, actor) => {
    const fresh = plan.create.map(({ value: { code, name, satellite } }) => ({ id: newId(), code, name, satellite }));
    await tx.unit.createMany({ data: fresh });
    for (const { id, value } of plan.update) await tx.unit.update({ where: { id }, data: { name: value.name, satellite: value.satellite, closedAt: null, version: { increment: 1 } } });
    await setParents(tx, [...plan.create, ...plan.update]);
    await recordAll(tx, "unit.added", fresh.map(({ id }) => ({ subjectId: id })), actor);
    await recordAll(tx, "unit.edited", plan.update.map(({ id }) => ({ subjectId: id })), actor);
    return ok({ id: newId(), ...report(plan) });
  },
  tells: ({ created, updated, problems }) => ({ payload: { created: created.length, updated: updated.length, skipped: problems.length } }),
});

export const applyUnits = (actor: Actor, rows: Line<UnitLine>[], { dryRun }: { dryRun: boolean }) => (dryRun ? rehearse : perform)(actor, { rows });
