import "server-only";
import { communitiesReadBy, mayBelong } from "@/lib/communities/policy";
import { asking } from "@/lib/notifications/rules";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { announce } from "@/lib/platform/live/announce";
import { ok } from "@/lib/platform/result";
import { discussionsSeenBy } from "../policy";
import { mayMarkSeen } from "./policy";
import { CatchUp, MarkSeen } from "./schema";

/** Remembers how far someone has read; never takes it back, whichever of two devices speaks last. */
export const remember = (tx: Tx, userId: string, discussionId: string, seenAt: Date) => tx.$executeRaw`
  INSERT INTO "Reading" ("userId", "discussionId", "seenAt") VALUES (${userId}::uuid, ${discussionId}::uuid, ${seenAt})
  ON CONFLICT ("userId", "discussionId") DO UPDATE SET "seenAt" = greatest("Reading"."seenAt", excluded."seenAt")`;

/** A page of a discussion was shown: what its reader was told of it so far is read, too. */
export const markSeen = command({
  event: null,
  input: MarkSeen,
  find: (tx, { discussionId }, actor) => tx.discussion.findFirst({ where: { AND: [{ id: discussionId }, discussionsSeenBy(actor)] }, select: { id: true } }),
  allow: mayMarkSeen,
  run: async (tx, { id }, { seenAt }, actor) => {
    await remember(tx, actor.id, id, seenAt);
    await tx.$executeRaw`
      UPDATE "Notification" n SET "readAt" = now() WHERE n."userId" = ${actor.id}::uuid AND n."threadId" = ${id}::uuid AND n."readAt" IS NULL AND n.at <= now()
        AND NOT EXISTS (SELECT 1 FROM "Reply" r WHERE r.id = n."replyId" AND r."createdAt" > ${seenAt})`;
    await announce(tx, { kind: "discussions.read", userId: actor.id, subjectId: id });
    return ok({ id });
  },
});

/** "I am up to date here": what was said in the community so far is no longer new; what is asked of the reader there is still asked. */
export const catchUp = command({
  event: null,
  input: CatchUp,
  find: (tx, { slug }, actor) => tx.community.findFirst({ where: { AND: [{ slug }, communitiesReadBy(actor)] }, select: { id: true, entry: true, archivedAt: true, slug: true } }),
  allow: mayBelong,
  run: async (tx, { id, slug }, _input, actor) => {
    await tx.membership.updateMany({ where: { userId: actor.id, communityId: id }, data: { caughtUpAt: new Date() } });
    await tx.notification.updateMany({ where: { userId: actor.id, discussion: { communityId: id }, kind: { notIn: asking }, readAt: null, at: { lte: new Date() } }, data: { readAt: new Date() } });
    await announce(tx, { kind: "discussions.read", userId: actor.id, subjectId: id });
    return ok({ id, slug });
  },
});
