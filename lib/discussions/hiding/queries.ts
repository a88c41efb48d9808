import "server-only";
import type { Entry } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { empty, sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "../policy";
import { authorSql, type Author, titleSql } from "../queries";

export type PostRef = { discussionId: string; replyId?: string | undefined };

/** One post that is not deleted, as SQL: its row under `post`, its discussion under `d`, its community under `c`, its author under `u` and `n`. */
export const onePost = ({ discussionId, replyId }: PostRef) => {
  const post = replyId ? sql`r` : sql`d`;
  return {
    post,
    from: sql`"Discussion" d JOIN "Community" c ON c.id = d."communityId"
      ${replyId ? sql`JOIN "Reply" r ON r."discussionId" = d.id AND r.id = ${replyId}::uuid AND r."deletedAt" IS NULL` : empty}
      LEFT JOIN "User" u ON u.id = ${post}."authorId" LEFT JOIN "Unit" n ON n.id = u."unitId"`,
    is: sql`d.id = ${discussionId}::uuid`,
    /** What a policy asks of it, and where it stands. */
    standing: sql`${post}."authorId", ${authorSql(post)} author, ${titleSql} heading, d."communityId", d."closedAt",
      json_build_object('slug', c.slug, 'name', c.name, 'entry', c.entry, 'archivedAt', c."archivedAt") community`,
  };
};
export type Placed = {
  authorId: string | null;
  author: Author;
  /** Title of the discussion; empty when its first post is hidden. */
  heading: string;
  communityId: string;
  closedAt: Date | null;
  community: { slug: string; name: string; entry: Entry; archivedAt: Date | null };
};

export type OnePost = Placed & { html: string; language: string; createdAt: Date; hiddenReason: string | null; reported: boolean };

/** One post by itself: for the page on which someone reports or hides it. `reported`: a report of the reader's own waits for an answer. */
export const getPost = read(
  (actor: Actor) => ({ visible: discussionsSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  async ({ visible, me }, tx, ref: PostRef) => {
    const { post, from, is, standing } = onePost(ref);
    const [row] = await tx.$queryRaw<OnePost[]>`
      SELECT ${standing}, ${post}.language, ${post}."createdAt", CASE WHEN ${post}."hiddenAt" IS NULL THEN ${post}.html ELSE '' END html,
        CASE WHEN ${post}."hiddenAt" IS NOT NULL THEN ${post}."hiddenReason" END "hiddenReason",
        EXISTS (SELECT 1 FROM "Report" p WHERE p."discussionId" = d.id AND p."replyId" IS NOT DISTINCT FROM ${ref.replyId ?? null}::uuid
          AND p."reporterId" = ${me} AND p."resolvedAt" IS NULL) reported
      FROM ${from} WHERE ${is} AND ${visible}`;
    return row ?? null;
  },
);
