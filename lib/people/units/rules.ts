import { ok, refuse } from "@/lib/platform/result";

export type Node = { id: string; parentId: string | null };
export type Counted = { unitId: string | null; staff: number; managers: number };

/** The children of each unit, in the order they come in; those whose parent is not among them stand at the top. */
const children = <N extends Node>(all: N[]) => {
  const known = new Set(all.map(({ id }) => id));
  const below = new Map<string | null, N[]>();
  for (const node of all) {
    const parent = node.parentId && known.has(node.parentId) ? node.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  return below;
};

/**
 * The units as a tree, written down line by line: each with its depth, and with how many people it has by itself and with everything
 * below it, by category. A circle, which no command makes, is left out rather than walked for ever.
 */
export const tree = <N extends Node>(all: N[], counts: Counted[]) => {
  const below = children(all);
  const own = new Map(counts.map((one) => [one.unitId, one]));
  const walk = (node: N, depth: number): (N & Line)[] => {
    const lines = (below.get(node.id) ?? []).map((child) => walk(child, depth + 1));
    const { staff = 0, managers = 0 } = own.get(node.id) ?? {};
    const heads = lines.flatMap(([head]) => (head ? [head] : []));
    const sum = (pick: (line: Line) => number) => heads.reduce((total, line) => total + pick(line), 0);
    const line = { depth, staff, managers, allStaff: staff + sum((one) => one.allStaff), allManagers: managers + sum((one) => one.allManagers) };
    return [{ ...node, ...line }, ...lines.flat()];
  };
  return (below.get(null) ?? []).flatMap((top) => walk(top, 0));
};
export type Line = { depth: number; staff: number; managers: number; allStaff: number; allManagers: number };
export const headcount = (line: Line) => line.allStaff + line.allManagers;

/** A unit may hang anywhere but under itself. `parents`: of every unit, its parent. */
export const hang = (id: string, parentId: string | null, parents: Map<string, string | null>) => {
  const seen = new Set<string>();
  for (let at = parentId; at && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return refuse("invalid", { parent: ["under-itself"] });
    seen.add(at);
  }
  return ok({ parentId });
};

/** Empty units close; what still stands in one goes elsewhere first. */
export const close = (unit: { closedAt: Date | null }, { people, units }: { people: number; units: number }) => {
  if (unit.closedAt) return refuse("closed-already");
  if (units > 0) return refuse("has-units");
  return people > 0 ? refuse("has-people") : ok({});
};
