import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok } from "@/lib/platform/result";
import { holdCommunities } from "../moderation/queries";
import { mayModerate } from "../policy";
import { useTags } from "../texts/commands";
import { prepareText } from "../texts/queries";
import { holdBoth, type Side } from "./queries";
import { asReply, inherits, lastOf, merge } from "./rules";
import { MergeDiscussion } from "./schema";

/** The first post as a reply in the other discussion, with its author and date; its own title and text stay in its history. */
const bringFirstPost = async (tx: Tx, from: Side, into: Side, actor: Actor) => {
  const { title, body, language, tags, version, createdAt, authorId, authorName, thanks, inspired, sameHere, importedVotes, sourceUrl, hiddenAt, hiddenById, hiddenReason } = from;
  const text = await prepareText(tx, actor, { body: asReply(from), fallback: language, communityId: into.communityId });
  const reply = await tx.reply.create({
    data: {
      discussionId: into.id, body: text.body, html: text.html, language, version: version + 1, editedAt: new Date(), createdAt, authorId, authorName,
      thanks, inspired, sameHere, importedVotes, sourceUrl, hiddenAt, hiddenById, hiddenReason,
    },
    select: { id: true },
  });
  await tx.revision.create({ data: { discussionId: from.id, version, title, body, language, tags, editorId: actor.id } });
  return reply.id;
};

/** Who followed the one follows the other as closely, unless they said something of that one already. */
const bringFollows = async (tx: Tx, fromId: string, discussionId: string) => {
  const there = await tx.follow.findMany({ where: { discussionId }, select: { userId: true } });
  await tx.follow.updateMany({ where: { discussionId: fromId, userId: { notIn: there.map(({ userId }) => userId) } }, data: { discussionId } });
};

/** Everything that hangs on the posts of one discussion goes with them; what hung on its first post hangs on the reply that this has become. */
const bringRest = async (tx: Tx, fromId: string, discussionId: string, replyId: string) => {
  const [first, rest] = [{ discussionId: fromId, replyId: null }, { discussionId: fromId }];
  await tx.reaction.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.reaction.updateMany({ where: rest, data: { discussionId } });
  await tx.bookmark.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.bookmark.updateMany({ where: rest, data: { discussionId } });
  await tx.mention.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.mention.updateMany({ where: rest, data: { discussionId } });
  await tx.revision.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.revision.updateMany({ where: rest, data: { discussionId } });
  await tx.report.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.report.updateMany({ where: rest, data: { discussionId } });
  await tx.notification.updateMany({ where: first, data: { discussionId, threadId: discussionId, replyId } });
  await tx.notification.updateMany({ where: rest, data: { discussionId, threadId: discussionId } });
  await bringFollows(tx, fromId, discussionId);
  await tx.attachment.updateMany({ where: first, data: { discussionId, replyId } });
  await tx.attachment.updateMany({ where: rest, data: { discussionId } });
  await tx.reply.updateMany({ where: rest, data: { discussionId } });
};

/** What people are typing goes to the new address too, unless they are writing there already. */
const bringDrafts = (tx: Tx, fromId: string, intoId: string) =>
  tx.$executeRaw`
    UPDATE "Draft" d SET place = replace(d.place, ${fromId}, ${intoId}) WHERE (d.place = ${`reply:${fromId}`} OR d.place LIKE ${`reply:${fromId}:%`})
      AND NOT EXISTS (SELECT 1 FROM "Draft" o WHERE o."userId" = d."userId" AND o.place = replace(d.place, ${fromId}, ${intoId}))`;

/** The one that was merged is gone, and its address, and that of all that went into it before, leads to the other. A form that still edits it is stale. */
const forward = async (tx: Tx, from: Side, into: Side, actorId: string) => {
  await tx.discussionMove.deleteMany({ where: { discussionId: from.id, doneAt: null } });
  await tx.discussion.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: into.id } });
  await tx.discussion.update({
    where: { id: from.id },
    data: { mergedIntoId: into.id, deletedAt: new Date(), deletedById: actorId, version: { increment: 1 }, acceptedReplyId: null, acceptedById: null, acceptedAt: null },
  });
};

const count = async (tx: Tx, from: Side, into: Side) => {
  const { lastActivityAt, ...voice } = lastOf(into, from);
  const accepted = inherits(into, from) && { acceptedReplyId: from.acceptedReplyId, acceptedById: from.acceptedById, acceptedAt: from.acceptedAt };
  await tx.discussion.update({ where: { id: into.id }, data: { replyCount: { increment: from.replyCount + 1 }, lastActivityAt, ...voice, ...accepted } });
  await useTags(tx, from.communityId, [], from.tags);
  await holdCommunities(tx, [from.communityId, into.communityId]);
  await tx.community.update({ where: { id: from.communityId }, data: { discussionCount: { decrement: 1 } } });
  await tx.community.updateMany({ where: { id: into.communityId, lastActivityAt: { lt: lastActivityAt } }, data: { lastActivityAt } });
};

/** Makes one discussion part of another: its posts become replies there, its address leads there. */
export const mergeDiscussion = command({
  event: "discussion.merged",
  input: MergeDiscussion,
  find: holdBoth,
  allow: (actor, { from, into }) => mayModerate(actor, from) && (!into || mayModerate(actor, into)),
  run: async (tx, { from, into }, _input, actor) => {
    const openReports = await tx.report.count({ where: { discussionId: from.id, resolvedAt: null } });
    const possible = merge({ ...from, openReports }, into);
    if (!possible.ok) return possible;
    const target = possible.value;
    const replyId = await bringFirstPost(tx, from, target, actor);
    await forward(tx, from, target, actor.id);
    await bringRest(tx, from.id, target.id, replyId);
    await bringDrafts(tx, from.id, target.id);
    await count(tx, from, target);
    // Who finds it is decided by where it stands, now and not when the index is written next.
    await tx.searchDocument.deleteMany({ where: { id: from.id } });
    await tx.searchDocument.updateMany({ where: { discussionId: from.id }, data: { discussionId: target.id, communityId: target.communityId } });
    return ok({ id: from.id, intoId: target.id, replyId, slug: target.community.slug });
  },
  tells: ({ intoId, replyId }, { into }) => ({ communityId: into?.communityId ?? null, payload: { intoId, replyId } }),
});
