import { z } from "zod";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** `into`: the address of the other discussion as it is copied from a browser, or its id. */
export const MergeDiscussion = z.strictObject({
  id: z.uuid(),
  into: z
    .string()
    .max(2000, "too-long")
    .trim()
    .min(1, "required")
    .transform((said, context) => {
      const [id] = (/\/discussions\/([^/?#]+)/.exec(said)?.[1] ?? said).toLowerCase().match(new RegExp(`^${uuid.source}$`)) ?? [];
      if (id) return id;
      context.addIssue({ code: "custom", message: "no-address" });
      return z.NEVER;
    }),
});
