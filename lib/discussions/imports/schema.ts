import { z } from "zod";

/** One post as it comes from elsewhere. Imports are not held to the length limits of forms; the database's own limits hold. */
export const ImportedPost = z.strictObject({
  kind: z.enum(["question", "answer"]),
  /** The post's own id at the source, and of an answer its question's. */
  sourceId: z.string().min(1).max(100),
  parentId: z.string().max(100).nullable(),
  acceptedId: z.string().max(100).nullable(),
  /** Where it stands in the file: for whoever looks for it there. */
  line: z.int(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  votes: z.int32(),
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string().min(1).max(100)),
  /** Without an id only the name is known; without either, nobody. */
  author: z.strictObject({ sourceId: z.string().max(100).nullable(), name: z.string().max(200).nullable() }),
  sourceUrl: z.string().nullable(),
});
export type ImportedPost = z.output<typeof ImportedPost>;

/** How far a run has come: enough to go on after a kill. `counts` is the run's own note to itself. */
const Standing = z.strictObject({ line: z.int(), counts: z.record(z.string(), z.unknown()) });

const Where = { source: z.string().min(1).max(500), community: z.string().max(120) };

export const StartImport = z.strictObject({ ...Where, file: z.string() });
export const ImportBatch = z.strictObject({ ...Where, site: z.string().nullable(), posts: z.array(ImportedPost).max(500) });
export type ImportBatch = z.output<typeof ImportBatch>;
/** A batch together with where the run will stand once it is in: both are written, or neither. */
export const ImportDiscussions = ImportBatch.extend({ standing: Standing });
export const FinishImport = z.strictObject({ ...Where, standing: Standing });
