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
