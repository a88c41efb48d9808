import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { slugOf } from "../moderation/queries";
import { mayHide } from "../policy";
import { findPost, type Post } from "../reactions/queries";
import { HidePost, PostAddress } from "./schema";

/** What is recorded is who, when and why; the text itself stays where it is, and is handed out to nobody. */
const tells = (_out: unknown, { communityId, discussionId }: Post, { reason }: { reason?: string } = {}) => ({ communityId, payload: { discussionId, ...(reason && { reason }) } });

/** The administrator hides a post in an open community. It keeps its place, with the reason. */
export const hidePost = command({
  event: ({ replyId }) => (replyId ? "reply.hidden" : "discussion.hidden"),
  input: HidePost,
  find: findPost,
  allow: mayHide,
  run: async (tx, { discussionId, replyId, communityId }, { reason }, actor) => {
    const data = { hiddenAt: new Date(), hiddenById: actor.id, hiddenReason: reason };
    const { count } = replyId
      ? await tx.reply.updateMany({ where: { id: replyId, discussionId, hiddenAt: null, deletedAt: null }, data })
      : await tx.discussion.updateMany({ where: { id: discussionId, hiddenAt: null, deletedAt: null }, data });
    return count === 1 ? ok({ id: replyId ?? discussionId, discussionId, slug: await slugOf(tx, communityId) }) : refuse("already-hidden");
  },
  tells,
});

export const unhidePost = command({
  event: ({ replyId }) => (replyId ? "reply.unhidden" : "discussion.unhidden"),
  input: PostAddress,
  find: findPost,
  allow: mayHide,
  run: async (tx, { discussionId, replyId, communityId }) => {
    const data = { hiddenAt: null, hiddenById: null, hiddenReason: "" };
    const { count } = replyId
      ? await tx.reply.updateMany({ where: { id: replyId, discussionId, hiddenAt: { not: null } }, data })
      : await tx.discussion.updateMany({ where: { id: discussionId, hiddenAt: { not: null } }, data });
    return count === 1 ? ok({ id: replyId ?? discussionId, discussionId, slug: await slugOf(tx, communityId) }) : refuse("not-hidden");
  },
  tells: (out, post) => tells(out, post),
});
