import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { standing } from "../commands";
import { discussionsSeenBy, mayDelete, mayEdit, mayReply, repliesSeenBy } from "../policy";
import { remember } from "../readings/commands";
import { placeUnder, restore } from "../rules";
import { hangOn } from "../texts/commands";
import { prepareText } from "../texts/queries";
import { PAGE } from "./queries";
import { EditReply, PostReply, ReplyId } from "./schema";

export const postReply = command({
  event: "reply.posted",
  input: PostReply,
  find: (tx, { discussionId }, actor) =>
    tx.discussion.findFirst({ where: { AND: [{ id: discussionId }, discussionsSeenBy(actor)] }, select: { ...standing, id: true, language: true, replyCount: true } }),
  allow: mayReply,
  run: async (tx, discussion, { parentId, body, language }, actor) => {
    const parent = parentId
      ? placeUnder(await tx.reply.findFirst({ where: { id: parentId, discussionId: discussion.id }, select: { id: true, parentId: true, deletedAt: true } }))
      : ok(null);
    if (!parent.ok) return parent;
    const text = await prepareText(tx, actor, { body, language, fallback: discussion.language, communityId: discussion.communityId });
    const reply = await tx.reply.create({
      data: { discussionId: discussion.id, parentId: parent.value, authorId: actor.id, body: text.body, html: text.html, language: text.language },
      select: { id: true, createdAt: true },
    });
    await hangOn(tx, text, actor.id, { discussionId: discussion.id, replyId: reply.id });
    await remember(tx, actor.id, discussion.id, reply.createdAt);
    const { count } = await tx.discussion.updateMany({
      where: { id: discussion.id, communityId: discussion.communityId, closedAt: null, deletedAt: null }, // not closed, moved, merged or deleted a moment ago
      data: { replyCount: { increment: 1 }, lastActivityAt: reply.createdAt, lastReplierId: actor.id, lastReplierName: null },
    });
    if (count === 0) return refuse("changed-meanwhile");
    await tx.community.update({ where: { id: discussion.communityId }, data: { lastActivityAt: reply.createdAt } });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `reply:${discussion.id}${parentId ? `:${parentId}` : ""}` } });
    return ok({ id: reply.id, discussionId: discussion.id, slug: discussion.community.slug, far: !parentId && discussion.replyCount >= PAGE });
  },
  tells: (_out, discussion) => ({ communityId: discussion.communityId, payload: { discussionId: discussion.id } }),
});

const found = { id: true, discussionId: true, authorId: true, version: true, body: true, language: true, deletedAt: true, deletedById: true, hiddenAt: true, discussion: { select: standing } } as const;

/** A reply stands where its discussion stands; its author is its own. */
const placed = <R extends { authorId: string | null; discussion: { communityId: string; closedAt: Date | null; community: { entry: "OPEN" | "REQUEST" | "PRIVATE"; archivedAt: Date | null; slug: string } } }>(
  reply: R | null,
) => reply && { ...reply, ...reply.discussion, authorId: reply.authorId };

export const editReply = command({
  event: "reply.edited",
  input: EditReply,
  find: async (tx, { id }, actor) => placed(await tx.reply.findFirst({ where: { AND: [{ id, deletedAt: null }, repliesSeenBy(actor)] }, select: found })),
  allow: mayEdit,
  versioned: ({ version, body, hiddenAt }) => ({ version, current: hiddenAt ? { version } : { version, body } }),
  run: async (tx, before, { version, body, language }, actor) => {
    if (before.hiddenAt) return refuse("hidden");
    const text = await prepareText(tx, actor, { body, language, fallback: before.language, communityId: before.communityId });
    const { count } = await tx.reply.updateMany({
      where: { id: before.id, discussionId: before.discussionId, version },
      data: { body: text.body, html: text.html, language: text.language, version: { increment: 1 }, editedAt: new Date() },
    });
    if (count === 0) return refuse("stale", undefined, await tx.reply.findUnique({ where: { id: before.id }, select: { version: true, body: true } }));
    await tx.revision.create({
      data: { discussionId: before.discussionId, replyId: before.id, version, body: before.body, language: before.language, editorId: actor.id },
    });
    await hangOn(tx, text, actor.id, { discussionId: before.discussionId, replyId: before.id });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `edit:${before.id}` } });
    return ok({ id: before.id, discussionId: before.discussionId, slug: before.community.slug });
  },
  tells: (_out, { communityId, discussionId }) => ({ communityId, payload: { discussionId } }),
});

export const deleteReply = command({
  event: "reply.deleted",
  input: ReplyId,
  find: async (tx, { id }, actor) => placed(await tx.reply.findFirst({ where: { AND: [{ id, deletedAt: null }, repliesSeenBy(actor)] }, select: found })),
  allow: mayDelete,
  run: async (tx, { id, discussionId }, _input, actor) => {
    const { count } = await tx.reply.updateMany({ where: { id, discussionId, deletedAt: null }, data: { deletedAt: new Date(), deletedById: actor.id } });
    if (count === 0) return refuse("not-found");
    await tx.discussion.update({ where: { id: discussionId }, data: { replyCount: { decrement: 1 } } });
    await tx.discussion.updateMany({ where: { id: discussionId, acceptedReplyId: id }, data: { acceptedReplyId: null, acceptedById: null, acceptedAt: null } });
    return ok({ id, discussionId });
  },
  tells: (_out, { communityId, discussionId }) => ({ communityId, payload: { discussionId } }),
});

export const restoreReply = command({
  event: "reply.restored",
  input: ReplyId,
  find: async (tx, { id }, actor) => placed(await tx.reply.findFirst({ where: { AND: [{ id, deletedById: actor.id }, repliesSeenBy(actor)] }, select: found })),
  allow: mayDelete,
  run: async (tx, reply, _input, actor) => {
    const change = restore(reply, actor.id, new Date());
    if (!change.ok) return change;
    const { count } = await tx.reply.updateMany({ where: { id: reply.id, discussionId: reply.discussionId, deletedAt: reply.deletedAt }, data: change.value });
    if (count === 0) return refuse("not-deleted");
    await tx.discussion.update({ where: { id: reply.discussionId }, data: { replyCount: { increment: 1 } } });
    return ok({ id: reply.id, discussionId: reply.discussionId });
  },
  tells: (_out, { communityId, discussionId }) => ({ communityId, payload: { discussionId } }),
});
