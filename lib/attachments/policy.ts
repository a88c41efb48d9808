import type { Prisma } from "@/lib/generated/prisma/client";
import { discussionsSeenBy } from "@/lib/discussions/policy";
import type { Actor } from "@/lib/platform/actor";

/** A file is seen where its post is read; before it is posted by its owner alone. Of a deleted or hidden reply nothing is served. */
export const attachmentsSeenBy = (actor: Actor): Prisma.AttachmentWhereInput => ({
  OR: [
    { discussionId: null, ownerId: actor.id },
    { discussion: { AND: [discussionsSeenBy(actor), { hiddenAt: null }] }, OR: [{ replyId: null }, { reply: { deletedAt: null, hiddenAt: null } }] },
  ],
});

export const mayAttach = (actor: Actor) => actor.kind === "person";

/** A file that never came to stand in a text. Only the clock sees it as such. */
export const leftoversSeenBy = (actor: Actor, before: Date): Prisma.AttachmentWhereInput =>
  actor.kind === "system" ? { discussionId: null, replyId: null, createdAt: { lt: before } } : { id: { in: [] } };
export const mayForget = (actor: Actor) => actor.kind === "system";
