import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { standing } from "../commands";
import { holdDiscussions } from "../moderation/queries";
import { discussionsSeenBy } from "../policy";

const side = {
  ...standing, community: { select: { slug: true, entry: true, archivedAt: true } }, id: true, kind: true, title: true, body: true, summary: true, language: true, tags: true, version: true, createdAt: true, authorName: true,
  thanks: true, inspired: true, sameHere: true, importedVotes: true, sourceUrl: true, hiddenAt: true, hiddenById: true, hiddenReason: true,
  replyCount: true, lastActivityAt: true, lastReplierId: true, lastReplierName: true, acceptedReplyId: true, acceptedById: true, acceptedAt: true,
} as const;
export type Side = Prisma.DiscussionGetPayload<{ select: typeof side }>;

/**
 * Both discussions with their rows held; the other one where it ended up, if it was merged itself. Merges come one after the other in the
 * whole portal, so that no two make a circle; and the replies are held before their discussion, as whoever changes one does it.
 */
export const holdBoth = async (tx: Tx, { id, into }: { id: string; into?: string }, actor: Actor) => {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('merge of discussions'))`;
  const end = into && ((await tx.discussion.findUnique({ where: { id: into }, select: { mergedIntoId: true } }))?.mergedIntoId ?? into);
  await tx.$queryRaw`SELECT id FROM "Reply" WHERE "discussionId" = ${id}::uuid ORDER BY id FOR UPDATE`;
  await holdDiscussions(tx, end ? [id, end] : [id]);
  const seen = (which: string) => tx.discussion.findFirst({ where: { AND: [{ id: which }, discussionsSeenBy(actor)] }, select: side });
  const from = await seen(id);
  return from && { from, into: end ? await seen(end) : null };
};
