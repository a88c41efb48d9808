import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { holdCommunity } from "../commands";
import { personByHandle, standingOf } from "../members/commands";
import { mayJoin, mayLead } from "../policy";
import { CommunitySlug } from "../schema";
import { invitationsSeenBy, mayWithdrawInvitation } from "./policy";
import { invite } from "./rules";
import { InvitationId, InvitePerson } from "./schema";

/** A leader asks somebody in. It is an offer: it makes nobody a member (domain 004-08). */
export const inviteToCommunity = command({
  event: "community.invited",
  input: InvitePerson,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayLead,
  run: async (tx, place, { handle, message }, actor) => {
    const person = await personByHandle(tx, handle);
    if (!person) return refuse("invalid", { handle: ["nobody"] });
    const theirs = { communityId: place.id, userId: person.id };
    const before = await tx.communityInvitation.findMany({ where: theirs, select: { answeredAt: true, accepted: true }, orderBy: { createdAt: "desc" }, take: 20 });
    const standing = {
      member: (await standingOf(tx, place.id, person.id)) !== null,
      invited: before.some((one) => one.answeredAt === null),
      asks: (await tx.membershipRequest.count({ where: { ...theirs, answeredAt: null } })) > 0,
      declinedAt: before.find((one) => one.accepted === false)?.answeredAt ?? null,
    };
    const change = invite(place, standing, new Date());
    if (!change.ok) return change;
    const { id } = await tx.communityInvitation.create({ data: { ...theirs, invitedById: actor.id, message }, select: { id: true } });
    return ok({ id, userId: theirs.userId });
  },
  tells: ({ userId }, { id }) => ({ communityId: id, payload: { userId } }),
});

/** Who is invited says no, and need not say why. Saying yes is joining. */
export const declineInvitation = command({
  event: "community.invitation-declined",
  input: CommunitySlug,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayJoin,
  run: async (tx, place, _input, actor) => {
    const { count } = await tx.communityInvitation.updateMany({
      where: { communityId: place.id, userId: actor.id, answeredAt: null },
      data: { answeredAt: new Date(), accepted: false },
    });
    return count > 0 ? ok({ id: place.id }) : refuse("not-invited");
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** The leaders take an invitation back that has not been answered. */
export const withdrawInvitation = command({
  event: "community.invitation-withdrawn",
  input: InvitationId,
  find: (tx, { id }, actor) =>
    tx.communityInvitation.findFirst({ where: { AND: [{ id }, invitationsSeenBy(actor)] }, select: { id: true, communityId: true, userId: true } }),
  allow: mayWithdrawInvitation,
  run: async (tx, { id }) => {
    const { count } = await tx.communityInvitation.deleteMany({ where: { id, answeredAt: null } });
    return count > 0 ? ok({ id }) : refuse("already-answered");
  },
  tells: (_out, { communityId, userId }) => ({ communityId, payload: { userId } }),
});
