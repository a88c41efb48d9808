import "server-only";
import { z } from "zod";
import { command } from "@/lib/platform/access";
import { NOBODY } from "@/lib/platform/actor";
import { ok } from "@/lib/platform/result";
import { index, MADE } from "./events";
import { registry } from "./kinds/queries";
import { mayRemake } from "./policy";

const AT_ONCE = 200;
/** What the newest rules make otherwise than those before (1: Polish by its stems). */
const older = { made: { lt: MADE }, language: "pl" };

/** Makes some rows again that were made by older rules; `made` is how many, and 0 when none is left. */
export const remakeRows = command({
  event: null,
  input: z.strictObject({}),
  find: async () => ({ id: NOBODY }),
  allow: mayRemake,
  run: async (tx, { id }) => {
    const rows = await tx.searchDocument.findMany({ where: older, select: { id: true, kind: true }, take: AT_ONCE });
    for (const kind of Object.values(registry)) await index(tx, kind, rows.filter((row) => row.kind === kind.stored).map((row) => row.id));
    return ok({ id, made: rows.length });
  },
});
