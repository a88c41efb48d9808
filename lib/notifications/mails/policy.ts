import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** What waits to be sent is the portal's own work: nobody looks into it. */
export const postingsSeenBy = (actor: Actor): Prisma.PostingWhereInput => (actor.kind === "system" ? {} : { notificationId: { in: [] } });
export const mailsSeenBy = (actor: Actor): Prisma.NoticeMailWhereInput => (actor.kind === "system" ? {} : { id: { in: [] } });
export const maySend = (actor: Actor) => actor.kind === "system";
