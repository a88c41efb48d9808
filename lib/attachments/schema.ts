import { z } from "zod";

/** What the server itself found out of a file that was sent; nothing of it is taken from the form but the name. */
export const AttachFile = z.strictObject({
  name: z.string().trim().min(1).max(200),
  mediaType: z.string().max(100),
  size: z.number().int().nonnegative(),
  storageKey: z.string().max(200),
});
