import "server-only";
import { communitiesSeenBySql } from "@/lib/communities/policy";
import { titleSql } from "@/lib/discussions/queries";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { notificationsSeenBySql, notificationsSql, unreadBundlesSql } from "./policy";
import type { Kind, Reason } from "./rules";
import type { ListFilter } from "./schema";

export type Notice = {
  id: string;
  kind: Kind;
  reason: Reason;
  tag: string | null;
  threadId: string;
  replyId: string | null;
  at: Date;
  readAt: Date | null;
  /** Who did it; null where nobody did, or who did has left. */
  actor: { handle: string; name: string } | null;
  /** Null where the reader no longer sees the community they have left. */
  community: { slug: string; name: string; language: string } | null;
  /** The title is empty when the administrator hid the first post. */
  discussion: { id: string; title: string; language: string } | null;
};

export const noticeScope = (actor: Actor) => ({ visible: notificationsSeenBySql(actor), place: communitiesSeenBySql(actor) });

/** What one notification says, where its rows stand as in `notificationsSql`, and who did it under `a`. */
export const noticeSql = (place: ReturnType<typeof communitiesSeenBySql>) => sql`
  n.id, n.kind, n.reason, n.tag, n."threadId", n."replyId", n.at, n."readAt",
  CASE WHEN a.name IS NULL THEN NULL ELSE json_build_object('handle', a.handle, 'name', a.name) END actor,
  CASE WHEN ${place} THEN json_build_object('slug', c.slug, 'name', c.name, 'language', c.language) END community,
  CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('id', d.id, 'title', ${titleSql}, 'language', d.language) END discussion`;

/** What someone was told, one by one, the newest first: for programs. */
export const listNotifications = read(noticeScope, async ({ visible, place }, tx, { show, after, limit }: ListFilter) => {
  const from = fromCursor(after);
  const rows = await tx.$queryRaw<Notice[]>`
    SELECT ${noticeSql(place)} FROM ${notificationsSql} LEFT JOIN "User" a ON a.id = n."actorId"
    WHERE ${visible} ${show === "unread" ? sql`AND n."readAt" IS NULL` : empty} ${from ? sql`AND (n.at, n.id) < (${from.at}, ${from.id}::uuid)` : empty}
    ORDER BY n.at DESC, n.id DESC LIMIT ${limit + 1}`;
  return page(rows, limit, ({ at }) => at);
});

/** How many bundles have something unread. */
export const countUnread = read(unreadBundlesSql, async (unread, tx) => {
  const [counted] = await tx.$queryRaw<{ unread: number }[]>`SELECT ${unread} unread`;
  return counted?.unread ?? 0;
});
