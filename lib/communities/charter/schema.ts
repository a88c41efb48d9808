import { z } from "zod";
import { charter, Slug, Version } from "../schema";

/** Any part of the charter; a form sends all of it, a program what it wants to change. */
export const ChangeCommunity = z.strictObject({
  ...z.object(charter).partial().shape,
  slug: Slug,
  version: Version,
  /** The change answers the open remarks that the topic is too general. */
  narrows: z.literal("yes").optional(),
});
