import "server-only";
import { read } from "@/lib/platform/access";
import { draftsSeenBy } from "./policy";
import type { DraftFields } from "./schema";

/** What the actor was typing in these forms, by the form's place. */
export const getDrafts = read(draftsSeenBy, async (visible, tx, places: string[]) => {
  const rows = await tx.draft.findMany({ where: { AND: [visible, { place: { in: places } }] }, select: { place: true, fields: true } });
  return Object.fromEntries(rows.map(({ place, fields }) => [place, fields as DraftFields]));
});
