import "server-only";
import { discussionsSeenBySql } from "@/lib/discussions/policy";
import { read } from "@/lib/platform/access";

const SHOWN = 5;
export type Near = { id: string; title: string; url: string; language: string; answered: boolean };

/** What this reader sees of the discussions near to one, nearest first, those of the same community before others of equal nearness. */
export const listNear = read(discussionsSeenBySql, async (visible, tx, discussionId: string): Promise<Near[]> => {
  const rows = await tx.$queryRaw<(Omit<Near, "url"> & { slug: string })[]>`
    SELECT d.id, d.title, d.language, c.slug, d."acceptedReplyId" IS NOT NULL answered
    FROM (SELECT d.id, d."communityId" FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE d.id = ${discussionId}::uuid AND ${visible}) here
      JOIN "NearDiscussion" n ON n."discussionId" = here.id JOIN "Discussion" d ON d.id = n."nearId" JOIN "Community" c ON c.id = d."communityId"
    WHERE ${visible} AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL
    ORDER BY n.nearness + CASE WHEN d."communityId" = here."communityId" THEN 0.2 ELSE 0 END DESC, d.id DESC LIMIT ${SHOWN}`;
  return rows.map(({ slug, ...row }) => ({ ...row, url: `/communities/${slug}/discussions/${row.id}` }));
});
