import { z } from "zod";

export const reactionNames = ["thanks", "inspired", "same-here"] as const;
export type ReactionSaid = (typeof reactionNames)[number];

const replyId = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();
/** `on` says what shall be, not what to flip: pressed twice by accident it is still there once. */
export const React = z.strictObject({
  discussionId: z.uuid(),
  replyId,
  name: z.enum(reactionNames),
  on: z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]),
});

export const KeepBookmark = z.strictObject({ discussionId: z.uuid(), replyId, on: React.shape.on });
