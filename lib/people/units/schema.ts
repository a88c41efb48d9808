import { z } from "zod";
import { filled, orNothing, PersonSaid, Version } from "../schema";

/** The short name that lists and imports know a unit by. */
export const Code = z
  .string()
  .max(40, "too-long")
  .trim()
  .toUpperCase()
  .pipe(z.string().min(1, "required").regex(/^[\p{Lu}\p{N}][\p{Lu}\p{N}._/-]*$/u, "code-letters"));
const Ticked = z.literal("on").optional().transform((said) => said === "on");

const fields = { code: Code, name: filled(120), satellite: Ticked, head: orNothing(PersonSaid), lessonManager: orNothing(PersonSaid) };
export const AddUnit = z.strictObject({ ...fields, parent: orNothing(Code) });
export const EditUnit = z.strictObject({ id: z.uuid(), version: Version, ...fields });
export const MoveUnit = z.strictObject({ id: z.uuid(), version: Version, parent: orNothing(Code) });
export const UnitId = z.strictObject({ id: z.uuid() });
