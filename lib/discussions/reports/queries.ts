import "server-only";
import { read } from "@/lib/platform/access";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { excerpt } from "@/lib/platform/text/excerpt";
import { authorSql, type Author, titleSql } from "../queries";
import { reportsSeenBy, reportsSeenBySql } from "./policy";

export type ReportView = {
  id: string;
  reason: string;
  createdAt: Date;
  reporter: { handle: string; name: string | null } | null;
  discussionId: string;
  replyId: string | null;
  title: string;
  language: string;
  author: Author;
  /** Null: hidden or deleted since. */
  said: string | null;
};

const PAGE = 25;

/** What waits for the leaders of a community, the oldest first, each with the beginning of the post it is about. */
export const listReports = read(reportsSeenBySql, async (visible, tx, { communityId, after }: { communityId: string; after?: string | undefined }) => {
  const from = fromCursor(after);
  const rows = await tx.$queryRaw<(ReportView & { body: string | null })[]>`
    SELECT p.id, p.reason, p."createdAt", CASE WHEN w.id IS NULL THEN NULL ELSE json_build_object('handle', w.handle, 'name', w.name) END reporter,
      d.id "discussionId", p."replyId", ${titleSql} title, coalesce(r.language, d.language) language,
      CASE WHEN p."replyId" IS NULL THEN ${authorSql(sql`d`)} ELSE ${authorSql(sql`r`)} END author,
      CASE WHEN d."deletedAt" IS NOT NULL OR coalesce(r."deletedAt", r."hiddenAt") IS NOT NULL OR (p."replyId" IS NULL AND d."hiddenAt" IS NOT NULL) THEN NULL
        ELSE left(coalesce(r.body, d.body), 1000) END body
    FROM "Report" p JOIN "Discussion" d ON d.id = p."discussionId" LEFT JOIN "Reply" r ON r.id = p."replyId" LEFT JOIN "User" w ON w.id = p."reporterId"
      LEFT JOIN "User" u ON u.id = CASE WHEN p."replyId" IS NULL THEN d."authorId" ELSE r."authorId" END LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE d."communityId" = ${communityId}::uuid AND p."resolvedAt" IS NULL AND ${visible} ${from ? sql`AND (p."createdAt", p.id) > (${from.at}, ${from.id}::uuid)` : empty}
    ORDER BY p."createdAt", p.id LIMIT ${PAGE + 1}`;
  const { items, next } = page(rows, PAGE, (row) => row.createdAt);
  const brief = (body: string | null) => body && excerpt(body, [], 280).map(({ text }) => text).join("");
  return { items: items.map(({ body, ...row }): ReportView => ({ ...row, said: brief(body) })), next };
});

/** How many reports wait: for a count beside the way there. */
export const countReports = read(reportsSeenBy, (visible, tx, communityId: string) =>
  tx.report.count({ where: { AND: [visible, { resolvedAt: null, discussion: { communityId } }] } }),
);
