import { z } from "zod";

/** Which form it is: `discussion:<community>`, `reply:<discussion>`, `reply:<discussion>:<reply>`, `edit:<post>`, and so on. */
const Place = z.string().regex(/^[a-z-]+(:[\w-]{1,120}){0,2}$/);

const DRAFT_LIMIT = 120_000;
const Fields = z
  .record(z.string().max(60), z.string())
  .refine((fields) => Object.values(fields).reduce((sum, text) => sum + text.length, 0) <= DRAFT_LIMIT, "too-long");

export const KeepDraft = z.strictObject({ place: Place, fields: Fields });
export type DraftFields = z.output<typeof Fields>;
export const ForgetDrafts = z.strictObject({ now: z.date() });
