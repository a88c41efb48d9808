import { z } from "zod";

/** Everything up to `seenAt` was shown; nothing that lies ahead was. */
export const MarkSeen = z.strictObject({
  discussionId: z.uuid(),
  seenAt: z.iso.datetime().transform((said) => new Date(Math.min(Date.parse(said), Date.now()))),
});
export const CatchUp = z.strictObject({ slug: z.string().max(120) });
