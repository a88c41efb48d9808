import "server-only";
import type { Tx } from "@/lib/platform/db";
import type { Prepared } from "./queries";

type Post = { discussionId: string; replyId?: string };

/** What hangs on a text and is written with it: who it mentions, and the author's own files that it shows. */
export const hangOn = async (tx: Tx, { mentionedIds, attachmentIds }: Prepared, authorId: string, { discussionId, replyId }: Post) => {
  if (mentionedIds.length > 0)
    await tx.mention.createMany({
      data: mentionedIds.filter((userId) => userId !== authorId).map((userId) => ({ userId, discussionId, ...(replyId && { replyId }) })),
      skipDuplicates: true,
    });
  if (attachmentIds.length > 0)
    await tx.attachment.updateMany({
      where: { id: { in: attachmentIds }, ownerId: authorId, discussionId: null },
      data: { discussionId, ...(replyId && { replyId }) },
    });
};

/** Tags as they will stand: synonyms replaced by the word they are merged into, new words noted, uses counted. */
export const useTags = async (tx: Tx, communityId: string, names: string[], before: string[] = []) => {
  const known = names.length
    ? await tx.tag.findMany({ where: { communityId, name: { in: names } }, select: { name: true, mergedInto: { select: { name: true } } } })
    : [];
  const curated = new Map(known.map((tag) => [tag.name, tag.mergedInto?.name ?? tag.name]));
  const tags = [...new Set(names.map((name) => curated.get(name) ?? name))];
  const added = tags.filter((name) => !before.includes(name)).sort();
  const dropped = before.filter((name) => !tags.includes(name)).sort();
  if (added.length > 0) {
    await tx.tag.createMany({ data: added.map((name) => ({ communityId, name })), skipDuplicates: true });
    await tx.tag.updateMany({ where: { communityId, name: { in: added } }, data: { uses: { increment: 1 } } });
  }
  if (dropped.length > 0) await tx.tag.updateMany({ where: { communityId, name: { in: dropped } }, data: { uses: { decrement: 1 } } });
  return tags;
};
