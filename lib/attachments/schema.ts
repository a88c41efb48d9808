import { z } from "zod";

/** What the server itself found out of a file that was sent; nothing of it is taken from the form but the name. */
export const AttachFile = z.strictObject({
  name: z.string().trim().min(1).max(200),
  mediaType: z.string().max(100),
  size: z.number().int().nonnegative(),
  storageKey: z.string().max(200),
});

export const PictureMade = z.strictObject({
  id: z.uuid(),
  storageKey: z.string().max(200),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  mediaType: z.string().max(100),
  size: z.number().int().positive(),
});

export const ForgetFile = z.strictObject({ id: z.uuid(), now: z.date() });
