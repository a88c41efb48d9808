import { z } from "zod";
import { PersonSaid } from "../schema";

export const ClaimAuthor = z.strictObject({ id: z.uuid(), person: PersonSaid.pipe(z.string().min(1, "required")) });
export const ListAuthors = z.object({
  q: z.string().max(200).trim().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(50).catch(50),
});
export type AuthorFilter = z.output<typeof ListAuthors>;
