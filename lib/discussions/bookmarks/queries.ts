import "server-only";
import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "../policy";
import { type Author, authorSql, titleSql } from "../queries";

export type BookmarkRow = {
  id: string;
  createdAt: Date;
  discussionId: string;
  replyId: string | null;
  slug: string;
  community: string;
  kind: DiscussionKind;
  title: string;
  /** Of the post that was marked. */
  language: string;
  excerpt: string;
  author: Author;
};

const LENGTH = 200;

/** What someone has marked, the latest mark first, in pages by key. What they no longer see, and what is gone, is left out. */
export const listMyBookmarks = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  async ({ visible, me }, tx, { after, limit = 25 }: { after?: string | undefined; limit?: number }) => {
    const from = fromCursor(after);
    const rows = await tx.$queryRaw<BookmarkRow[]>`
      SELECT b.id, b."createdAt", d.id "discussionId", r.id "replyId", c.slug, c.name community, d.kind, ${titleSql} title, coalesce(r.language, d.language) language,
        CASE WHEN coalesce(r."hiddenAt", CASE WHEN r.id IS NULL THEN d."hiddenAt" END) IS NULL THEN left(sw_plain(coalesce(r.html, d.html)), ${LENGTH}) ELSE '' END excerpt,
        CASE WHEN r.id IS NULL THEN ${authorSql(sql`d`)} ELSE ${authorSql(sql`r`)} END author
      FROM "Bookmark" b JOIN "Discussion" d ON d.id = b."discussionId" JOIN "Community" c ON c.id = d."communityId"
        LEFT JOIN "Reply" r ON r.id = b."replyId" LEFT JOIN "User" u ON u.id = CASE WHEN r.id IS NULL THEN d."authorId" ELSE r."authorId" END LEFT JOIN "Unit" n ON n.id = u."unitId"
      WHERE b."userId" = ${me} AND ${visible} AND d."mergedIntoId" IS NULL AND r."deletedAt" IS NULL ${from ? sql`AND (b."createdAt", b.id) < (${from.at}, ${from.id}::uuid)` : empty}
      ORDER BY b."createdAt" DESC, b.id DESC LIMIT ${limit + 1}`;
    return page(rows, limit, (row) => row.createdAt);
  },
);
