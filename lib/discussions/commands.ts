import "server-only";
import { communitiesReadBy, mayWriteIn } from "@/lib/communities/policy";
import { command } from "@/lib/platform/access";
import { setClock } from "@/lib/platform/clocks";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { discussionsSeenBy, mayDelete, mayEdit } from "./policy";
import { HELP_CLOCK, restore, toStored } from "./rules";
import { DiscussionId, EditDiscussion, StartDiscussion } from "./schema";
import { remember } from "./readings/commands";
import { hangOn, useTags } from "./texts/commands";
import { prepareText } from "./texts/queries";

export const standing = {
  communityId: true,
  authorId: true,
  closedAt: true,
  community: { select: { entry: true, archivedAt: true, slug: true } },
} as const;

/** Help that is needed by a day: the working day after it the asker is asked what came of it. */
const expectHelp = (tx: Tx, subjectId: string, neededBy: string) => setClock(tx, { kind: HELP_CLOCK, subjectId, step: "reminder", since: neededBy, workingDays: 1 });

export const startDiscussion = command({
  event: "discussion.started",
  input: StartDiscussion,
  find: (tx, { community: slug }, actor) =>
    tx.community.findFirst({
      where: { AND: [{ slug }, communitiesReadBy(actor)] },
      select: { id: true, slug: true, language: true, entry: true, archivedAt: true },
    }),
  allow: mayWriteIn,
  run: async (tx, community, { kind, title, body, tags = [], language, neededBy }, actor) => {
    const text = await prepareText(tx, actor, { body, language, fallback: community.language, communityId: community.id });
    const discussion = await tx.discussion.create({
      data: {
        communityId: community.id,
        authorId: actor.id,
        kind: toStored(kind),
        title,
        body: text.body,
        html: text.html,
        language: text.language,
        tags: await useTags(tx, community.id, tags),
        neededBy: neededBy && kind === "help-request" ? new Date(neededBy) : null, // the form asks it of a help request only
      },
      select: { id: true, lastActivityAt: true },
    });
    await hangOn(tx, text, actor.id, { discussionId: discussion.id });
    if (neededBy && kind === "help-request") await expectHelp(tx, discussion.id, neededBy);
    await remember(tx, actor.id, discussion.id, discussion.lastActivityAt);
    await tx.community.update({ where: { id: community.id }, data: { discussionCount: { increment: 1 }, lastActivityAt: new Date() } });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `discussion:${community.slug}` } });
    return ok({ id: discussion.id, slug: community.slug });
  },
  tells: (_out, { id }) => ({ communityId: id }),
});

export const editDiscussion = command({
  event: "discussion.edited",
  input: EditDiscussion,
  find: (tx, { id }, actor) =>
    tx.discussion.findFirst({
      where: { AND: [{ id }, discussionsSeenBy(actor)] },
      select: { ...standing, id: true, version: true, title: true, body: true, language: true, tags: true, kind: true, acceptedReplyId: true, hiddenAt: true },
    }),
  allow: mayEdit,
  versioned: ({ version, title, body, tags, hiddenAt }) => ({ version, current: hiddenAt ? { version } : { version, title, body, tags } }),
  run: async (tx, before, { version, kind, title = before.title, body = before.body, tags, language, neededBy }, actor) => {
    if (before.hiddenAt) return refuse("hidden");
    if (kind && toStored(kind) !== "QUESTION" && before.acceptedReplyId) return refuse("has-accepted-answer");
    const text = await prepareText(tx, actor, { body, language, fallback: before.language, communityId: before.communityId });
    const { count } = await tx.discussion.updateMany({
      where: { id: before.id, communityId: before.communityId, version },
      data: {
        title,
        body: text.body,
        html: text.html,
        language: text.language,
        version: { increment: 1 },
        editedAt: new Date(),
        ...(kind && { kind: toStored(kind) }),
        ...(neededBy && { neededBy: new Date(neededBy) }),
        ...(tags && { tags: await useTags(tx, before.communityId, tags, before.tags) }),
      },
    });
    if (count === 0) return refuse("stale", undefined, await tx.discussion.findUnique({ where: { id: before.id }, select: { version: true, title: true, body: true, tags: true } }));
    await tx.revision.create({
      data: { discussionId: before.id, version, title: before.title, body: before.body, language: before.language, tags: before.tags, editorId: actor.id },
    });
    await hangOn(tx, text, actor.id, { discussionId: before.id });
    if (neededBy) await expectHelp(tx, before.id, neededBy);
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `edit:${before.id}` } });
    return ok({ id: before.id, slug: before.community.slug });
  },
  tells: (_out, { communityId }) => ({ communityId }),
});

export const deleteDiscussion = command({
  event: "discussion.deleted",
  input: DiscussionId,
  find: (tx, { id }, actor) =>
    tx.discussion.findFirst({
      where: { AND: [{ id }, discussionsSeenBy(actor)] },
      select: { ...standing, id: true, tags: true, community: { select: { entry: true, archivedAt: true, slug: true } } },
    }),
  allow: mayDelete,
  run: async (tx, { id, communityId, tags, community }, _input, actor) => {
    const { count } = await tx.discussion.updateMany({ where: { id, communityId, deletedAt: null }, data: { deletedAt: new Date(), deletedById: actor.id } });
    if (count === 0) return refuse("not-found");
    await tx.community.update({ where: { id: communityId }, data: { discussionCount: { decrement: 1 } } });
    await useTags(tx, communityId, [], tags);
    return ok({ id, slug: community.slug });
  },
  tells: (_out, { communityId }) => ({ communityId }),
});

/** Undo. What is deleted is seen by nobody but who deleted it. */
export const restoreDiscussion = command({
  event: "discussion.restored",
  input: DiscussionId,
  find: (tx, { id }, actor) =>
    tx.discussion.findFirst({
      where: { id, deletedById: actor.id, mergedIntoId: null, community: communitiesReadBy(actor) },
      select: { ...standing, id: true, deletedAt: true, deletedById: true, tags: true },
    }),
  allow: mayDelete,
  run: async (tx, discussion, _input, actor) => {
    const change = restore(discussion, actor.id, new Date());
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id: discussion.id, deletedAt: discussion.deletedAt }, data: change.value });
    if (count === 0) return refuse("not-deleted");
    await tx.community.update({ where: { id: discussion.communityId }, data: { discussionCount: { increment: 1 } } });
    await useTags(tx, discussion.communityId, discussion.tags);
    return ok({ id: discussion.id });
  },
  tells: (_out, { communityId }) => ({ communityId }),
});
