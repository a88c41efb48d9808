import { z } from "zod";

export const reactionNames = ["thanks", "inspired", "same-here"] as const;
export type ReactionSaid = (typeof reactionNames)[number];

const replyId = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();
const on = z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]);

/**
 * `on` says what shall be, not what to flip: pressed twice by accident it is still there once. A form serves all posts of a page: its
 * buttons say everything in `press`, "thanks:true" of the first post, "thanks:true:ID" of a reply.
 */
export const React = z
  .strictObject({
    discussionId: z.uuid(),
    replyId,
    name: z.enum(reactionNames).optional(),
    on: on.optional(),
    press: z.string().max(60).optional(),
  })
  .transform(({ discussionId, press, ...said }, context) => {
    const [name, shall, of] = press?.split(":") ?? [said.name, said.on, said.replyId];
    const reaction = z.object({ name: z.enum(reactionNames), on, replyId }).safeParse({ name, on: shall, replyId: of });
    if (reaction.success) return { discussionId, ...reaction.data };
    context.addIssue({ code: "custom", path: ["name"], message: "required" });
    return z.NEVER;
  });

/** Likewise: "true", or "true:ID" of a reply. */
export const KeepBookmark = z
  .strictObject({ discussionId: z.uuid(), replyId, on: on.optional(), press: z.string().max(60).optional() })
  .transform(({ discussionId, press, ...said }, context) => {
    const [shall, of] = press?.split(":") ?? [said.on, said.replyId];
    const kept = z.object({ on, replyId }).safeParse({ on: shall, replyId: of });
    if (kept.success) return { discussionId, ...kept.data };
    context.addIssue({ code: "custom", path: ["on"], message: "required" });
    return z.NEVER;
  });
