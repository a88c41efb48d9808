import "server-only";
import { z } from "zod";
import { command } from "@/lib/platform/access";
import { NOBODY } from "@/lib/platform/actor";
import { ok } from "@/lib/platform/result";
import { findNear } from "./events";
import { mayFindNear } from "./policy";

/** So many at a time: a statement that is over soon, with a hundred thousand posts too. */
const AT_ONCE = 10;

/** What came without an event of its own: discussions of an import, and of a release before this one. Those in the index are next. */
export const findNearOfNext = command({
  event: null,
  input: z.strictObject({}),
  find: async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM "Discussion" d JOIN "SearchDocument" s ON s.id = d.id WHERE d."nearAt" IS NULL ORDER BY d.id LIMIT ${AT_ONCE} FOR UPDATE OF d SKIP LOCKED`;
    return rows.map(({ id }) => id);
  },
  allow: mayFindNear,
  run: async (tx, ids) => {
    if (ids.length > 0) await findNear(tx, ids);
    return ok({ id: NOBODY, done: ids.length });
  },
});
