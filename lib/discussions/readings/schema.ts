import { z } from "zod";

/** Everything up to `seenAt` was shown. */
export const MarkSeen = z.strictObject({ discussionId: z.uuid(), seenAt: z.date() });
export const CatchUp = z.strictObject({ slug: z.string().max(120) });
