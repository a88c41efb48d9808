import "server-only";
import { read } from "@/lib/platform/access";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { notificationsSql } from "../policy";
import { type Notice, noticeScope, noticeSql } from "../queries";
import type { ListFilter } from "../schema";
import { gather, type Group } from "./rules";

/** As many of a bundle as are read to say what is in it. */
const DEEP = 60;

export type Bundle = Pick<Notice, "community" | "discussion"> & { id: string; at: Date; unread: boolean; groups: Group<Notice>[] };

/** What someone was told, bundled by conversation or community, the newest first; by `unread` only what holds something unread, and of that the unread alone. */
export const listBundles = read(noticeScope, async ({ visible, place }, tx, { show, after, limit }: ListFilter) => {
  const from = fromCursor(after);
  const rows = await tx.$queryRaw<(Notice & { threadAt: Date })[]>`
    WITH mine AS MATERIALIZED (
      SELECT ${noticeSql(place)} FROM ${notificationsSql} LEFT JOIN "User" a ON a.id = n."actorId" WHERE ${visible} ${show === "unread" ? sql`AND n."readAt" IS NULL` : empty}
    ), thread AS (
      SELECT "threadId" id, max(at) at FROM mine GROUP BY 1 ${from ? sql`HAVING (max(at), "threadId") < (${from.at}, ${from.id}::uuid)` : empty} ORDER BY 2 DESC, 1 DESC LIMIT ${limit + 1})
    SELECT newest.*, thread.at "threadAt" FROM thread CROSS JOIN LATERAL (SELECT * FROM mine WHERE mine."threadId" = thread.id ORDER BY at DESC, id DESC LIMIT ${DEEP}) newest
    ORDER BY thread.at DESC, thread.id DESC, newest.at DESC, newest.id DESC`;
  const threads = [...new Map(rows.map(({ threadId, threadAt }) => [threadId, { id: threadId, at: threadAt }])).values()];
  const { items, next } = page(threads, limit, ({ at }) => at);
  const bundles = items.map(({ id, at }): Bundle => {
    const told = rows.filter(({ threadId }) => threadId === id);
    return { id, at, community: told[0]?.community ?? null, discussion: told[0]?.discussion ?? null, unread: told.some(({ readAt }) => readAt === null), groups: gather(told) };
  });
  return { items: bundles, next };
});
