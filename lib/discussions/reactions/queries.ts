import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { discussionsSeenBy, type Standing } from "../policy";

export type Post = Standing & { discussionId: string; replyId: string | null };

const standing = { id: true, communityId: true, authorId: true, closedAt: true, community: { select: { entry: true, archivedAt: true } } } as const;

/** The post that is meant, the first of a discussion or one of its replies, if the actor sees it. */
export const findPost = async (
  tx: Tx,
  { discussionId, replyId }: { discussionId: string; replyId?: string | undefined },
  actor: Actor,
): Promise<Post | null> => {
  const discussion = await tx.discussion.findFirst({ where: { AND: [{ id: discussionId }, discussionsSeenBy(actor)] }, select: standing });
  if (!discussion || !replyId) return discussion && { ...discussion, discussionId, replyId: null };
  const reply = await tx.reply.findFirst({ where: { id: replyId, discussionId, deletedAt: null }, select: { authorId: true } });
  return reply && { ...discussion, authorId: reply.authorId, discussionId, replyId };
};
