import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { standing } from "../commands";
import { discussionsSeenBy, mayModerate } from "../policy";
import { DiscussionId } from "../schema";
import { holdCommunities } from "./queries";
import { close, pin, PINS, reopen, unpin } from "./rules";

const find = (tx: Tx, { id }: { id: string }, actor: Actor) =>
  tx.discussion.findFirst({ where: { AND: [{ id }, discussionsSeenBy(actor)] }, select: { ...standing, id: true, kind: true, pinnedAt: true } });
const tells = (_out: unknown, { communityId }: { communityId: string }) => ({ communityId });

export const pinDiscussion = command({
  event: "discussion.pinned",
  input: DiscussionId,
  find,
  allow: mayModerate,
  run: async (tx, discussion) => {
    const { id, communityId } = discussion;
    const change = pin(discussion, new Date());
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id, communityId, pinnedAt: null, deletedAt: null }, data: change.value });
    if (count === 0) return refuse("already-pinned");
    await holdCommunities(tx, [communityId]); // two leaders may pin the tenth at once
    const pins = await tx.discussion.count({ where: { communityId, pinnedAt: { not: null }, deletedAt: null } });
    return pins > PINS ? refuse("too-many-pins") : ok({ id });
  },
  tells,
});

export const unpinDiscussion = command({
  event: "discussion.unpinned",
  input: DiscussionId,
  find,
  allow: mayModerate,
  run: async (tx, discussion) => {
    const { id } = discussion;
    const change = unpin(discussion);
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id, pinnedAt: { not: null } }, data: change.value });
    return count === 1 ? ok({ id }) : refuse("not-pinned");
  },
  tells,
});

export const closeDiscussion = command({
  event: "discussion.closed",
  input: DiscussionId,
  find,
  allow: mayModerate,
  run: async (tx, discussion, _input, actor) => {
    const { id } = discussion;
    const change = close(discussion, new Date());
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id, closedAt: null, deletedAt: null }, data: { ...change.value, closedById: actor.id } });
    return count === 1 ? ok({ id }) : refuse("already-closed");
  },
  tells,
});

export const reopenDiscussion = command({
  event: "discussion.reopened",
  input: DiscussionId,
  find,
  allow: mayModerate,
  run: async (tx, discussion) => {
    const { id } = discussion;
    const change = reopen(discussion, new Date());
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id, closedAt: { not: null }, deletedAt: null }, data: change.value });
    return count === 1 ? ok({ id }) : refuse("not-closed");
  },
  tells,
});
