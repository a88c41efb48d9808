import { anew, kept } from "./sql";

/** So many statements a connection keeps planned; the portal has fewer that recur. */
const PLANNED = 200;

/**
 * A statement that comes again is given a name, by which its connection keeps it parsed and planned: that is most of what a short one costs.
 * Those that come once (as many values as somebody happened to send), and those that begin with `anew`, stay without. A pooler (`pooled`) may
 * hand each transaction another connection, where the name is not known: there none is given.
 */
export const statementNames = (pooled: boolean) => {
  const names = new Map<string, string>();
  const once = new Set<string>();
  return ({ sql }: { sql: string }) => {
    const name = names.get(sql);
    if (name || pooled || names.size >= PLANNED || sql.startsWith(anew.sql)) return name ?? "";
    if (once.delete(sql) || sql.startsWith(kept.sql)) names.set(sql, `sw${names.size}`);
    else if (once.size < 5 * PLANNED) once.add(sql);
    else once.clear();
    return names.get(sql) ?? "";
  };
};
