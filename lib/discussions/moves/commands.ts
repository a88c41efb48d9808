import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { command } from "@/lib/platform/access";
import { type Actor, belongsTo } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { record } from "@/lib/platform/events";
import { ok, refuse } from "@/lib/platform/result";
import { standing } from "../commands";
import { holdCommunities, holdDiscussions } from "../moderation/queries";
import { discussionsSeenBy, mayModerate } from "../policy";
import { useTags } from "../texts/commands";
import { mayConsent, mayWithdraw } from "./policy";
import { authorsOf, findTarget } from "./queries";
import { askable, atOnce, byConsent, mayGo, missing } from "./rules";
import { MoveDiscussion, MoveId } from "./schema";

const fields = { ...standing, id: true, tags: true, lastActivityAt: true } as const;
type Moving = Prisma.DiscussionGetPayload<{ select: typeof fields }>;

/** The discussion with its row held: a reply comes before the move, or after it. */
const find = async (tx: Tx, { id }: { id: string }, actor: Actor) => {
  await holdDiscussions(tx, [id]);
  return tx.discussion.findFirst({ where: { AND: [{ id }, discussionsSeenBy(actor)] }, select: fields });
};

const openReports = (tx: Tx, discussionId: string) => tx.report.count({ where: { discussionId, resolvedAt: null } });

/** Carries a discussion over: its tags, both counters; a pin belongs to the place it leaves, and so does any other plan to move it. */
const relocate = async (tx: Tx, { id, communityId, tags, lastActivityAt }: Moving, toId: string) => {
  const [from, to] = [() => useTags(tx, communityId, [], tags), () => useTags(tx, toId, tags)];
  const carried = communityId < toId ? await from().then(to) : await to().then((all) => from().then(() => all)); // in one order for everyone
  await holdCommunities(tx, [communityId, toId]);
  await tx.discussion.update({ where: { id }, data: { communityId: toId, tags: carried, pinnedAt: null } });
  await tx.community.update({ where: { id: communityId }, data: { discussionCount: { decrement: 1 } } });
  await tx.community.update({ where: { id: toId }, data: { discussionCount: { increment: 1 } } });
  await tx.community.updateMany({ where: { id: toId, lastActivityAt: { lt: lastActivityAt } }, data: { lastActivityAt } });
  // Who finds it is decided by where it stands, now and not when the index is written next.
  await tx.searchDocument.updateMany({ where: { discussionId: id }, data: { communityId: toId } });
};

/** To another community, at once. What is recorded stands in the new place, and says nothing of a private one. */
export const moveDiscussion = command({
  event: "discussion.moved",
  input: MoveDiscussion,
  find,
  allow: mayModerate,
  run: async (tx, discussion, { to: slug }, actor) => {
    const to = await findTarget(tx, slug, actor);
    const going = { communityId: discussion.communityId, openReports: await openReports(tx, discussion.id) };
    const change = mayGo(going, to, to !== null && belongsTo(actor, to.id));
    if (!change.ok) return change;
    const free = atOnce(discussion.community.entry);
    if (!free.ok) return free;
    await tx.discussionMove.deleteMany({ where: { discussionId: discussion.id, doneAt: null } });
    await tx.discussionMove.create({ data: { discussionId: discussion.id, toId: change.value.toId, proposedById: actor.id, doneAt: new Date() } });
    await relocate(tx, discussion, change.value.toId);
    return ok({ id: discussion.id, slug, toId: change.value.toId });
  },
  tells: ({ toId }, { communityId }) => ({ communityId: toId, payload: { fromId: communityId } }),
});

type Pending = { id: string; toId: string; proposedById: string | null };

/** Moves the discussion if nobody's consent is missing any more, and if what the proposal rests on still holds. */
const settle = async (tx: Tx, discussion: Moving, move: Pending, actor: Actor) => {
  const { id, communityId } = discussion;
  const consents = await tx.moveConsent.findMany({ where: { moveId: move.id }, select: { userId: true } });
  const authors = await authorsOf(tx, id, communityId, new Date());
  if (missing(authors, consents.map(({ userId }) => userId)).length > 0) return ok({ done: false });
  const to = await tx.community.findUnique({ where: { id: move.toId }, select: { id: true, archivedAt: true } });
  const proposer = await tx.membership.findMany({ where: { userId: move.proposedById ?? "", communityId: { in: [communityId, move.toId] } }, select: { communityId: true, role: true } });
  if (!proposer.some((one) => one.communityId === communityId && one.role === "LEADER")) return refuse("lapsed");
  const change = mayGo({ communityId, openReports: await openReports(tx, id) }, to, proposer.some((one) => one.communityId === move.toId));
  if (!change.ok) return change.why === "open-reports" ? change : refuse("lapsed");
  await tx.discussionMove.update({ where: { id: move.id }, data: { doneAt: new Date() } });
  await tx.discussionMove.deleteMany({ where: { discussionId: id, doneAt: null } });
  await relocate(tx, discussion, move.toId);
  await record(tx, { name: "discussion.moved", subjectId: id, actor, communityId: move.toId }); // not where it came from: that place is private
  return ok({ done: true });
};

/** Out of a private community: every author is asked. A new proposal takes the place of one that waits. Where the leader wrote all of it, it is done. */
export const proposeMove = command({
  event: "move.proposed",
  input: MoveDiscussion,
  find,
  allow: mayModerate,
  run: async (tx, discussion, { to: slug }, actor) => {
    const { id: discussionId, communityId } = discussion;
    const to = await findTarget(tx, slug, actor);
    const change = mayGo({ communityId, openReports: await openReports(tx, discussionId) }, to, to !== null && belongsTo(actor, to.id));
    if (!change.ok) return change;
    const asked = byConsent(discussion.community.entry);
    if (!asked.ok) return asked;
    const authors = await authorsOf(tx, discussionId, communityId, new Date());
    const possible = askable(authors);
    if (!possible.ok) return possible;
    await tx.discussionMove.deleteMany({ where: { discussionId, doneAt: null } });
    const move = await tx.discussionMove.create({ data: { discussionId, toId: change.value.toId, proposedById: actor.id } });
    if (authors.some(({ id }) => id === actor.id)) await tx.moveConsent.create({ data: { moveId: move.id, userId: actor.id } });
    const settled = await settle(tx, discussion, move, actor);
    return settled.ok ? ok({ id: discussionId, moveId: move.id, slug, ...settled.value }) : settled;
  },
  tells: ({ moveId }, { communityId }) => ({ communityId, payload: { moveId } }),
});

/** A proposal that waits, with its discussion held. */
const findProposal = async (tx: Tx, { id }: { id: string }, actor: Actor) => {
  const pending = { where: { id, doneAt: null, discussion: discussionsSeenBy(actor) }, select: { id: true, toId: true, proposedById: true, discussionId: true } } as const;
  const before = await tx.discussionMove.findFirst(pending);
  const discussion = before && (await find(tx, { id: before.discussionId }, actor));
  const move = discussion && (await tx.discussionMove.findFirst(pending));
  if (!discussion || !move) return null;
  const authors = await authorsOf(tx, discussion.id, discussion.communityId, new Date());
  return { ...discussion, discussion, move, authorIds: authors.flatMap((one) => one.id ?? []) };
};

/** An author says yes; with the last one's yes the discussion goes. */
export const consentToMove = command({
  event: "move.consented",
  input: MoveId,
  find: findProposal,
  allow: mayConsent,
  run: async (tx, { discussion, move }, _input, actor) => {
    const { count } = await tx.moveConsent.createMany({ data: [{ moveId: move.id, userId: actor.id }], skipDuplicates: true });
    if (count === 0) return refuse("already-consented");
    const settled = await settle(tx, discussion, move, actor);
    return settled.ok ? ok({ id: discussion.id, moveId: move.id, ...settled.value }) : settled;
  },
  tells: ({ moveId }, { communityId }) => ({ communityId, payload: { moveId } }),
});

/** An author's no, or a leader's second thoughts: the discussion stays, and nothing of the proposal is left. */
export const withdrawMove = command({
  event: "move.withdrawn",
  input: MoveId,
  find: findProposal,
  allow: mayWithdraw,
  run: async (tx, { discussion, move }) => {
    const { count } = await tx.discussionMove.deleteMany({ where: { id: move.id, doneAt: null } });
    return count === 1 ? ok({ id: discussion.id }) : refuse("not-found");
  },
  tells: (_out, { communityId }) => ({ communityId }),
});
