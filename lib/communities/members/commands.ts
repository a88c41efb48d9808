import "server-only";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import type { Interest } from "@/lib/generated/prisma/enums";
import { holdCommunity } from "../commands";
import { mayJoin, mayLeave } from "../policy";
import { toInterest } from "../rules";
import { enter, leave } from "./rules";
import { JoinCommunity, LeaveCommunity } from "./schema";

/** Makes someone a member, by their own act or on their own request, and counts them. The community's row is held. */
export const admit = async (tx: Tx, communityId: string, userId: string, interest: Interest) => {
  const { count } = await tx.membership.createMany({ data: [{ communityId, userId, interest }], skipDuplicates: true });
  if (count === 1) await tx.community.update({ where: { id: communityId }, data: { memberCount: { increment: 1 } } });
  return count === 1;
};

/** Ends a membership and what hung on it, and counts. The community's row is held. */
export const dismiss = async (tx: Tx, communityId: string, userId: string) => {
  const { count } = await tx.membership.deleteMany({ where: { communityId, userId } });
  if (count === 1) await tx.community.update({ where: { id: communityId }, data: { memberCount: { decrement: 1 } } });
  return count === 1;
};

/** Becoming a member of an open community, or of any by accepting its invitation. */
export const joinCommunity = command({
  event: "community.joined",
  input: JoinCommunity,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayJoin,
  run: async (tx, place, { interest }, actor) => {
    const standing = { communityId: place.id, userId: actor.id, answeredAt: null };
    const invited = (await tx.communityInvitation.count({ where: standing })) > 0;
    const door = enter(place, { invited });
    if (!door.ok) return door;
    if (!(await admit(tx, place.id, actor.id, toInterest(interest)))) return refuse("already-member");
    const answer = { answeredAt: new Date(), accepted: true };
    await tx.communityInvitation.updateMany({ where: standing, data: answer });
    await tx.membershipRequest.updateMany({ where: standing, data: answer });
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
    const mine = await tx.membership.findUnique({ where: { userId_communityId: { userId: actor.id, communityId: place.id } } });
    if (!mine) return refuse("not-a-member");
    const leaders = await tx.membership.count({ where: { communityId: place.id, role: "LEADER" } });
    const change = leave({ role: mine.role, leaders, members: place.memberCount });
    if (!change.ok) return change;
    await dismiss(tx, place.id, actor.id);
    if (change.value.archives) await tx.community.update({ where: { id: place.id }, data: { archivedAt: new Date(), archivedById: actor.id } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});
