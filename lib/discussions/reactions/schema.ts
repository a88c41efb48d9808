import { z } from "zod";

export const reactionNames = ["thanks", "inspired", "same-here"] as const;
export type ReactionSaid = (typeof reactionNames)[number];

const replyId = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();
const on = z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]);

/** `on` says what shall be, not what to flip: pressed twice by accident it is still there once. A form's button says both in `press`. */
export const React = z
  .strictObject({
    discussionId: z.uuid(),
    replyId,
    name: z.enum(reactionNames).optional(),
    on: on.optional(),
    press: z.string().max(20).optional(),
  })
  .transform(({ discussionId, replyId, press, ...said }, context) => {
    const [name, shall] = press?.split(":") ?? [said.name, said.on];
    const reaction = z.object({ name: z.enum(reactionNames), on }).safeParse({ name, on: shall });
    if (reaction.success) return { discussionId, replyId, ...reaction.data };
    context.addIssue({ code: "custom", path: ["name"], message: "required" });
    return z.NEVER;
  });

export const KeepBookmark = z.strictObject({ discussionId: z.uuid(), replyId, on });
