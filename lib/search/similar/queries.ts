import "server-only";
import { read } from "@/lib/platform/access";
import { anew, sql } from "@/lib/platform/sql";
import { records, stillFound } from "../kinds/queries";
import { foundBy } from "../policy";

/** How many are shown while a title is typed, and among how many of the newest that share its words they are chosen. */
const SHOWN = 5;
const CHOSEN_FROM = 200;
export type Similar = { id: string; title: string; url: string; language: string; answered: boolean };

/** Discussions with titles like the one being typed, nearest first, those of the same community before others of equal nearness. */
export const similarDiscussions = read(foundBy, async (finds, tx, title: string, { community }: { community?: string | undefined } = {}): Promise<Similar[]> => {
  if (!/\p{L}{3}/u.test(title)) return [];
  const folded = sql`(SELECT sw_fold(${title}))`; // a subquery, so that it is made once and not for each row
  const alike = sql`(SELECT sw_alike(${title}))`;
  const rows = await tx.$queryRaw<(Omit<Similar, "url"> & { slug: string })[]>(sql`${anew}
    WITH shares AS MATERIALIZED (
      SELECT s.id FROM "SearchDocument" s JOIN "Community" c ON c.id = s."communityId"
      WHERE s."discussionId" IS NOT NULL AND ${finds.read} AND s.head @@ ${alike}
      ORDER BY s.at DESC, s.id DESC LIMIT ${CHOSEN_FROM}
    ), alike AS MATERIALIZED (
      SELECT s.id FROM "SearchDocument" s JOIN "Community" c ON c.id = s."communityId"
      WHERE (SELECT count(*) FROM shares) < ${SHOWN} AND s.kind = 'DISCUSSION' AND ${finds.read} AND s.folded % ${folded}
      ORDER BY similarity(s.folded, ${folded}) DESC, s.id DESC LIMIT ${SHOWN}
    )
    SELECT s.id, d.title, s.language, c.slug, d."acceptedReplyId" IS NOT NULL answered
    FROM (SELECT id FROM shares UNION SELECT id FROM alike) one JOIN "SearchDocument" s ON s.id = one.id ${records()},
      LATERAL (SELECT similarity(s.folded, ${folded}) + word_similarity(${folded}, s.folded) + CASE WHEN c.slug = ${community ?? ""} THEN 0.2 ELSE 0 END nearness) near
    WHERE ${stillFound(finds)}
    ORDER BY nearness DESC, s.id DESC LIMIT ${SHOWN}`);
  return rows.map(({ slug, ...row }) => ({ ...row, url: `/communities/${slug}/discussions/${row.id}` }));
});
