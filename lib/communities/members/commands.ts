import "server-only";
import type { Interest } from "@/lib/generated/prisma/enums";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { holdCommunity } from "../commands";
import { mayJoin, mayLead, mayLeave } from "../policy";
import { toInterest } from "../rules";
import { enter, leave, remove } from "./rules";
import { JoinCommunity, LeaveCommunity, RemoveMember, SayInterest } from "./schema";

/** Makes someone a member, by their own act or at their own request, and counts them. The community's row is held. */
export const admit = async (tx: Tx, communityId: string, userId: string, interest: Interest) => {
  const { count } = await tx.membership.createMany({ data: [{ communityId, userId, interest }], skipDuplicates: true });
  if (count === 0) return false;
  await tx.community.update({ where: { id: communityId }, data: { memberCount: { increment: 1 } } });
  const answer = { answeredAt: new Date(), accepted: true };
  await tx.communityInvitation.updateMany({ where: { communityId, userId, answeredAt: null }, data: answer });
  await tx.membershipRequest.updateMany({ where: { communityId, userId, answeredAt: null }, data: answer });
  return true;
};

/** Ends a membership and what was asked of the member, and counts. The community's row is held. */
export const dismiss = async (tx: Tx, communityId: string, userId: string) => {
  const { count } = await tx.membership.deleteMany({ where: { communityId, userId } });
  if (count === 0) return;
  await tx.community.update({ where: { id: communityId }, data: { memberCount: { decrement: 1 } } });
  await tx.leadershipOffer.updateMany({ where: { communityId, userId, answeredAt: null }, data: { answeredAt: new Date(), accepted: false } });
};

/** What someone is in a community now, as the database says it while its row is held. */
export const standingOf = (tx: Tx, communityId: string, userId: string) =>
  tx.membership.findUnique({ where: { userId_communityId: { userId, communityId } }, select: { userId: true, role: true, interest: true } });

export const countLeaders = (tx: Tx, communityId: string) => tx.membership.count({ where: { communityId, role: "LEADER" } });

/** A person of the portal by handle, whoever asks: that people exist is no secret, who belongs where is. */
export const personByHandle = (tx: Tx, handle: string) =>
  tx.user.findFirst({ where: { handle, closedAt: null, name: { not: null }, imported: null }, select: { id: true, name: true } });

/** Becoming a member of an open community, or of any by accepting its invitation. */
export const joinCommunity = command({
  event: "community.joined",
  input: JoinCommunity,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayJoin,
  run: async (tx, place, { interest }, actor) => {
    if (await standingOf(tx, place.id, actor.id)) return refuse("already-member");
    const invitations = await tx.communityInvitation.count({ where: { communityId: place.id, userId: actor.id, answeredAt: null } });
    const door = enter(place, { invited: invitations > 0 });
    if (!door.ok) return door;
    await admit(tx, place.id, actor.id, toInterest(interest));
    return ok({ id: place.id, slug: place.slug });
  },
  tells: ({ id }, _place, { interest }) => ({ communityId: id, payload: { interest } }),
});

export const leaveCommunity = command({
  event: "community.left",
  input: LeaveCommunity,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayLeave,
  run: async (tx, place, _input, actor) => {
    const mine = await standingOf(tx, place.id, actor.id);
    const change = leave({ role: mine?.role ?? null, leaders: await countLeaders(tx, place.id), members: place.memberCount });
    if (!change.ok) return change;
    await dismiss(tx, place.id, actor.id);
    if (change.value.archives) await tx.community.update({ where: { id: place.id }, data: { archivedAt: new Date(), archivedById: actor.id } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** "I do this", or "I am interested": each says it of themselves, and may think again. */
export const sayInterest = command({
  event: "community.interest-said",
  input: SayInterest,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayLeave,
  run: async (tx, place, { interest }, actor) => {
    const { count } = await tx.membership.updateMany({ where: { communityId: place.id, userId: actor.id }, data: { interest: toInterest(interest) } });
    return count === 1 ? ok({ id: place.id }) : refuse("not-a-member");
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** A leader ends somebody's membership, with a reason that this person is told. */
export const removeMember = command({
  event: "community.member-removed",
  input: RemoveMember,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayLead,
  run: async (tx, place, { handle }, actor) => {
    const person = await personByHandle(tx, handle);
    const theirs = person && (await standingOf(tx, place.id, person.id));
    const change = remove(theirs?.role ?? null, { self: person?.id === actor.id });
    if (!change.ok) return change;
    if (theirs) await dismiss(tx, place.id, theirs.userId);
    return ok({ id: place.id, slug: place.slug, userId: theirs?.userId ?? actor.id });
  },
  tells: ({ id, userId }, _place, { reason }) => ({ communityId: id, payload: { userId, reason } }),
});
