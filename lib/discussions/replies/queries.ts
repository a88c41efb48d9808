import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page, toCursor } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "../policy";
import { type PostView, postSql } from "../queries";

export type ReplyView = PostView & { parentId: string | null; deleted: boolean; accepted: boolean };
export type Answer = ReplyView & { replies: ReplyView[] };

/** Answers on one page, with what was said under each. */
export const PAGE = 20;

/**
 * The replies of a discussion: the accepted answer first, then the oldest first, each with its replies under it.
 * A deleted one that others hang on keeps its place without its text; any other is gone.
 */
export const listReplies = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  async ({ visible, me }, tx, { discussionId, after, limit = PAGE }: { discussionId: string; after?: string | undefined; limit?: number }) => {
    const from = fromCursor(after);
    const rows = await tx.$queryRaw<ReplyView[]>`
      WITH place AS (
        SELECT d.id, d."acceptedReplyId" FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE d.id = ${discussionId}::uuid AND ${visible}
      ), answers AS (
        (SELECT r.id FROM place p JOIN "Reply" r ON r."discussionId" = p.id
          WHERE r."parentId" IS NULL AND r.id IS DISTINCT FROM p."acceptedReplyId"
            AND (r."deletedAt" IS NULL OR EXISTS (SELECT 1 FROM "Reply" x WHERE x."parentId" = r.id AND x."deletedAt" IS NULL))
            ${from ? sql`AND (r."createdAt", r.id) > (${from.at}, ${from.id}::uuid)` : empty}
          ORDER BY r."createdAt", r.id LIMIT ${limit + 1})
        ${from ? empty : sql`UNION ALL (SELECT "acceptedReplyId" FROM place WHERE "acceptedReplyId" IS NOT NULL)`}
      )
      SELECT ${postSql(sql`r`, me, sql`r.id`)}, r."parentId", r."deletedAt" IS NOT NULL deleted, r.id IS NOT DISTINCT FROM d."acceptedReplyId" accepted
      FROM place d JOIN "Reply" r ON r."discussionId" = d.id AND (r.id IN (SELECT id FROM answers) OR (r."parentId" IN (SELECT id FROM answers) AND r."deletedAt" IS NULL))
        LEFT JOIN "User" u ON u.id = r."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"
      ORDER BY r."parentId" IS NOT NULL, r.id IS NOT DISTINCT FROM d."acceptedReplyId" DESC, r."createdAt", r.id`;
    const top = rows.filter((row) => !row.parentId);
    const rest = page(top.filter((row) => !row.accepted), limit, (row) => row.createdAt);
    const shown = [...top.filter((row) => row.accepted), ...rest.items].map((row) => (row.deleted ? { ...row, html: "", body: "" } : row));
    return {
      answers: shown.map((answer): Answer => ({ ...answer, replies: rows.filter((row) => row.parentId === answer.id) })),
      next: rest.next,
    };
  },
);

/** The page on which an answer stands, or what was said under it, as a cursor for `after`; none for the first page, or where there is no such reply. */
export const findPage = read(discussionsSeenBySql, async (visible, tx, { discussionId, id }: { discussionId: string; id: string }) => {
  const [root] = await tx.$queryRaw<{ id: string; at: Date; before: number }[]>`
    SELECT root.id, root."createdAt" at, (SELECT count(*)::int FROM (
      SELECT 1 FROM "Reply" x WHERE x."discussionId" = d.id AND x."parentId" IS NULL AND (x."createdAt", x.id) < (root."createdAt", root.id) LIMIT ${PAGE}) earlier) before
    FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" JOIN "Reply" r ON r."discussionId" = d.id JOIN "Reply" root ON root.id = coalesce(r."parentId", r.id)
    WHERE d.id = ${discussionId}::uuid AND r.id = ${id}::uuid AND root.id IS DISTINCT FROM d."acceptedReplyId" AND ${visible}`;
  return root && root.before >= PAGE ? toCursor({ at: new Date(root.at.getTime() - 1), id: root.id }) : undefined;
});

const inPlace = (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid` });
type Placed = ReplyView & { discussionId: string; slug: string };

/** Replies one after the other, the oldest first, whatever they answer; deleted ones left out. For programs. */
export const listRepliesInOrder = read(inPlace, async ({ visible, me }, tx, { discussionId, after, limit }: { discussionId: string; after?: string | undefined; limit: number }) => {
  const from = fromCursor(after);
  const rows = await tx.$queryRaw<Placed[]>`
    SELECT ${postSql(sql`r`, me, sql`r.id`)}, r."parentId", false deleted, r.id IS NOT DISTINCT FROM d."acceptedReplyId" accepted, d.id "discussionId", c.slug
    FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" JOIN "Reply" r ON r."discussionId" = d.id
      LEFT JOIN "User" u ON u.id = r."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE d.id = ${discussionId}::uuid AND ${visible} AND r."deletedAt" IS NULL ${from ? sql`AND (r."createdAt", r.id) > (${from.at}, ${from.id}::uuid)` : empty}
    ORDER BY r."createdAt", r.id LIMIT ${limit + 1}`;
  return page(rows, limit, (row) => row.createdAt);
});

export const getReply = read(inPlace, async ({ visible, me }, tx, id: string) => {
  const [row] = await tx.$queryRaw<Placed[]>`
    SELECT ${postSql(sql`r`, me, sql`r.id`)}, r."parentId", false deleted, r.id IS NOT DISTINCT FROM d."acceptedReplyId" accepted, d.id "discussionId", c.slug
    FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" JOIN "Community" c ON c.id = d."communityId"
      LEFT JOIN "User" u ON u.id = r."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE r.id = ${id}::uuid AND r."deletedAt" IS NULL AND ${visible}`;
  return row ?? null;
});
