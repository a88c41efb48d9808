import { communityNoticesSeenBySql } from "@/lib/communities/notices/policy";
import { discussionNoticesSeenBySql } from "@/lib/discussions/notices/policy";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

/** A notification `n` with where it leads now: posts move and merge. */
export const notificationsSql = sql`"Notification" n LEFT JOIN "Reply" r ON r.id = n."replyId" LEFT JOIN "Discussion" d ON d.id = coalesce(r."discussionId", n."discussionId")
  LEFT JOIN "Community" c ON c.id = coalesce(d."communityId", n."communityId")`;

/** One's own, of which the time has come, and of which the reader may still know; where they stand as in `notificationsSql`. */
export const notificationsSeenBySql = (actor: Actor) =>
  actor.kind === "person"
    ? sql`(n."userId" = ${actor.id}::uuid AND n.at <= now() AND CASE WHEN n."discussionId" IS NULL THEN ${communityNoticesSeenBySql(actor)} ELSE ${discussionNoticesSeenBySql(actor)} END)`
    : sql`false`;

/** How many bundles have something unread, counted in the newest five hundred. A number in any statement. */
export const unreadBundlesSql = (actor: Actor) => sql`(SELECT count(DISTINCT unread."threadId")::int FROM (
  SELECT n."threadId" FROM ${notificationsSql} WHERE n."readAt" IS NULL AND ${notificationsSeenBySql(actor)} ORDER BY n.at DESC LIMIT 500) unread)`;

/** What one is told is one's own; whoever has an account may have it marked. */
export const mayMark = (actor: Actor) => actor.kind === "person";
/** Told by the clock, for everyone. */
export const mayForget = (actor: Actor) => actor.kind === "system";
