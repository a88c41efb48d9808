import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { cancelClocks, setClock } from "@/lib/platform/clocks";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { holdCommunity } from "../commands";
import { admit, standingOf } from "../members/commands";
import { mayJoin } from "../policy";
import { toInterest } from "../rules";
import { CommunitySlug } from "../schema";
import { mayAnswerRequest, requestsSeenBy } from "./policy";
import { ask, patience, REQUEST_CLOCK } from "./rules";
import { RequestId, RequestMembership } from "./schema";

const pending = (communityId: string, userId: string) => ({ communityId, userId, answeredAt: null });

export const requestMembership = command({
  event: "community.membership-requested",
  input: RequestMembership,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayJoin,
  run: async (tx, place, { interest, message }, actor) => {
    const member = (await standingOf(tx, place.id, actor.id)) !== null;
    const invited = (await tx.communityInvitation.count({ where: pending(place.id, actor.id) })) > 0;
    const asked = (await tx.membershipRequest.count({ where: pending(place.id, actor.id) })) > 0;
    const change = ask(place, { member, invited, pending: asked });
    if (!change.ok) return change;
    const { id } = await tx.membershipRequest.create({ data: { communityId: place.id, userId: actor.id, interest: toInterest(interest), message }, select: { id: true } });
    for (const step of ["reminder", "escalation"] as const) await setClock(tx, { kind: REQUEST_CLOCK, subjectId: id, step, workingDays: patience[step] });
    return ok({ id });
  },
  tells: (_out, { id }) => ({ communityId: id }),
});

/** Whoever has asked may think better of it; nothing of it stays. */
export const withdrawRequest = command({
  event: "community.request-withdrawn",
  input: CommunitySlug,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayJoin,
  run: async (tx, place, _input, actor) => {
    const mine = await tx.membershipRequest.findMany({ where: pending(place.id, actor.id), select: { id: true } });
    await cancelClocks(tx, REQUEST_CLOCK, ...mine.map(({ id }) => id));
    const { count } = await tx.membershipRequest.deleteMany({ where: pending(place.id, actor.id) });
    return count > 0 ? ok({ id: place.id }) : refuse("not-asked");
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** A request that the actor sees, with its community's row held. */
const findRequest = async (tx: Tx, { id }: { id: string }, actor: Actor) => {
  const request = await tx.membershipRequest.findFirst({
    where: { AND: [{ id }, requestsSeenBy(actor)] },
    select: { id: true, communityId: true, userId: true, interest: true, community: { select: { slug: true } } },
  });
  const place = request && (await holdCommunity(tx, request.community.slug, actor));
  return request && place ? { ...request, place } : null;
};

const answer = async (tx: Tx, id: string, actor: Actor, accepted: boolean) => {
  const { count } = await tx.membershipRequest.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: new Date(), accepted, answeredById: actor.id } });
  await cancelClocks(tx, REQUEST_CLOCK, id);
  return count === 1;
};

export const acceptRequest = command({
  event: "community.request-accepted",
  input: RequestId,
  find: findRequest,
  allow: mayAnswerRequest,
  run: async (tx, { id, place, userId, interest }, _input, actor) => {
    if (place.archivedAt) return refuse("archived");
    if (!(await answer(tx, id, actor, true))) return refuse("already-answered");
    await admit(tx, place.id, userId, interest);
    return ok({ id });
  },
  tells: (_out, { communityId, userId }) => ({ communityId, payload: { userId } }),
});

export const declineRequest = command({
  event: "community.request-declined",
  input: RequestId,
  find: findRequest,
  allow: mayAnswerRequest,
  run: async (tx, { id }, _input, actor) => ((await answer(tx, id, actor, false)) ? ok({ id }) : refuse("already-answered")),
  tells: (_out, { communityId, userId }) => ({ communityId, payload: { userId } }),
});
