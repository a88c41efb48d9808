import "server-only";
import type { Tx } from "@/lib/platform/db";

/**
 * Counts the replies of discussions anew, and who spoke last. The rows are held first: whoever replies at the same moment
 * has either been counted, or counts itself afterwards.
 */
export const recountReplies = async (tx: Tx, discussionIds: string[]) => {
  if (discussionIds.length === 0) return;
  await tx.$queryRaw`SELECT id FROM "Discussion" WHERE id = ANY(${discussionIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE "Discussion" d SET "replyCount" = s.many, "lastActivityAt" = greatest(d."createdAt", s.at), "lastReplierId" = s.who, "lastReplierName" = s.name
    FROM (SELECT r."discussionId" id, count(*) FILTER (WHERE r."deletedAt" IS NULL) many, max(r."createdAt") at,
        (array_agg(r."authorId" ORDER BY r."createdAt" DESC, r.id DESC))[1] who, (array_agg(r."authorName" ORDER BY r."createdAt" DESC, r.id DESC))[1] name
      FROM "Reply" r WHERE r."discussionId" = ANY(${discussionIds}::uuid[]) GROUP BY 1) s
    WHERE d.id = s.id`;
};

type Words = { before: string[]; after: string[] };

/** Notes new words, and counts each as often more (or less) as discussions carry it now. */
export const countTags = async (tx: Tx, communityId: string, changes: Words[]) => {
  const uses = new Map<string, number>();
  const add = (words: string[], more: number) => words.forEach((word) => uses.set(word, (uses.get(word) ?? 0) + more));
  for (const { before, after } of changes) {
    add(after.filter((word) => !before.includes(word)), 1);
    add(before.filter((word) => !after.includes(word)), -1);
  }
  const words = [...uses.keys()].filter((word) => uses.get(word) !== 0).sort();
  if (words.length === 0) return;
  await tx.tag.createMany({ data: words.map((name) => ({ communityId, name })), skipDuplicates: true });
  await tx.$executeRaw`
    UPDATE "Tag" t SET uses = greatest(0, t.uses + s.more) FROM unnest(${words}::text[], ${words.map((word) => uses.get(word) ?? 0)}::int[]) s(name, more)
    WHERE t."communityId" = ${communityId}::uuid AND t.name = s.name`;
};

/** A community has so many discussions more; what happened in it happened then, however long ago. */
export const countDiscussions = (tx: Tx, communityId: string, more: number) =>
  tx.$executeRaw`
    UPDATE "Community" c SET "discussionCount" = "discussionCount" + ${more}::int,
      "lastActivityAt" = greatest(c."lastActivityAt", (SELECT max(d."lastActivityAt") FROM "Discussion" d WHERE d."communityId" = c.id)) WHERE c.id = ${communityId}::uuid`;
