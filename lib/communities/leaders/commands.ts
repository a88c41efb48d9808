import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { system } from "@/lib/platform/actors";
import type { Tx } from "@/lib/platform/db";
import { record } from "@/lib/platform/events";
import { ok, refuse } from "@/lib/platform/result";
import { holdCommunity } from "../commands";
import { countLeaders, dismiss, personByHandle, standingOf } from "../members/commands";
import { mayBelong, mayLead } from "../policy";
import { CommunitySlug } from "../schema";
import { ask, stepDown, successor } from "./rules";
import { AskToLead, RelieveLeader, WithdrawOffer } from "./schema";

const find = (tx: Tx, { slug }: { slug: string }, actor: Actor) => holdCommunity(tx, slug, actor);
/** Of the day in UTC: who is back tomorrow may be asked tomorrow. */
const startOfDay = (at: Date) => new Date(at.toISOString().slice(0, 10));
const pending = (communityId: string, userId: string) => ({ communityId, userId, answeredAt: null });

/** The longest-standing member of those who have not said no; who is away is asked after everybody else. */
export const nextToAsk = async (tx: Tx, communityId: string) => {
  const members = await tx.membership.findMany({
    where: { communityId, role: "MEMBER", user: { closedAt: null } },
    orderBy: [{ joinedAt: "asc" }, { userId: "asc" }],
    take: 100,
    select: { userId: true, role: true, joinedAt: true },
  });
  const away = await tx.absence.findMany({ where: { userId: { in: members.map(({ userId }) => userId) }, startsOn: { lte: new Date() }, endsOn: { gte: startOfDay(new Date()) } }, select: { userId: true } });
  const declined = await tx.leadershipOffer.findMany({ where: { communityId, accepted: false }, select: { userId: true } });
  const [gone, no] = [new Set(away.map((one) => one.userId)), declined.map((one) => one.userId)];
  return successor(members.filter(({ userId }) => !gone.has(userId)), no) ?? successor(members, no);
};

/** A leader asks a member to lead too, or to take over; nobody leads without having said yes. */
export const askToLead = command({
  event: "community.leader-asked",
  input: AskToLead,
  find,
  allow: mayLead,
  run: async (tx, place, { handle, leaving }, actor) => {
    const userId = handle ? (await personByHandle(tx, handle))?.id : (await nextToAsk(tx, place.id))?.userId;
    const member = userId ? await standingOf(tx, place.id, userId) : null;
    const asked = userId ? (await tx.leadershipOffer.count({ where: pending(place.id, userId) })) > 0 : false;
    const change = ask(member, { archived: place.archivedAt !== null, asked });
    if (!change.ok) return change;
    if (!member) return refuse("nobody-to-ask");
    await tx.leadershipOffer.create({ data: { communityId: place.id, userId: member.userId, askedById: actor.id, leaving: leaving === "yes" } });
    return ok({ id: place.id, userId: member.userId });
  },
  tells: ({ id, userId }) => ({ communityId: id, payload: { userId } }),
});

export const withdrawLeadershipOffer = command({
  event: "community.leader-not-asked",
  input: WithdrawOffer,
  find,
  allow: mayLead,
  run: async (tx, place, { handle }) => {
    const person = await personByHandle(tx, handle);
    const { count } = person ? await tx.leadershipOffer.deleteMany({ where: pending(place.id, person.id) }) : { count: 0 };
    return count > 0 ? ok({ id: place.id }) : refuse("not-asked");
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** Saying yes. Who asked in order to leave, leaves now. */
export const acceptLeadership = command({
  event: "community.leader-made",
  input: CommunitySlug,
  find,
  allow: mayBelong,
  run: async (tx, place, _input, actor) => {
    const offer = await tx.leadershipOffer.findFirst({ where: pending(place.id, actor.id), orderBy: { createdAt: "desc" } });
    if (!offer || !(await standingOf(tx, place.id, actor.id))) return refuse("not-asked");
    await tx.leadershipOffer.updateMany({ where: pending(place.id, actor.id), data: { answeredAt: new Date(), accepted: true } });
    await tx.membership.update({ where: { userId_communityId: { userId: actor.id, communityId: place.id } }, data: { role: "LEADER" } });
    if (offer.leaving && offer.askedById) await dismiss(tx, place.id, offer.askedById);
    return ok({ id: place.id, left: offer.leaving ? offer.askedById : null });
  },
  tells: ({ id, left }, _place, _input) => ({ communityId: id, payload: left ? { left } : {} }),
});

/** Saying no. Where nobody leads any more, the next one is asked. */
export const declineLeadership = command({
  event: "community.leader-declined",
  input: CommunitySlug,
  find,
  allow: mayBelong,
  run: async (tx, place, _input, actor) => {
    const { count } = await tx.leadershipOffer.updateMany({ where: pending(place.id, actor.id), data: { answeredAt: new Date(), accepted: false } });
    if (count === 0) return refuse("not-asked");
    await askWhereNobodyLeads(tx, place.id);
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** Where the last leader has gone, the portal asks the longest-standing member, one after the other. */
export const askWhereNobodyLeads = async (tx: Tx, communityId: string) => {
  if ((await countLeaders(tx, communityId)) > 0) return;
  if ((await tx.leadershipOffer.count({ where: { communityId, answeredAt: null } })) > 0) return;
  const next = await nextToAsk(tx, communityId);
  if (!next) return;
  await tx.leadershipOffer.create({ data: { communityId, userId: next.userId } });
  await record(tx, { name: "community.leader-asked", subjectId: communityId, communityId, actor: system, payload: { userId: next.userId } });
};

/** Where nobody leads, any member may take it on without waiting to be asked. */
export const takeLead = command({
  event: "community.leader-made",
  input: CommunitySlug,
  find,
  allow: mayBelong,
  run: async (tx, place, _input, actor) => {
    if ((await countLeaders(tx, place.id)) > 0) return refuse("is-led");
    await tx.membership.update({ where: { userId_communityId: { userId: actor.id, communityId: place.id } }, data: { role: "LEADER" } });
    await tx.leadershipOffer.deleteMany({ where: { communityId: place.id, answeredAt: null } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});

export const stepDownFromLead = command({
  event: "community.leader-stepped-down",
  input: CommunitySlug,
  find,
  allow: mayBelong,
  run: async (tx, place, _input, actor) => {
    const mine = await standingOf(tx, place.id, actor.id);
    const change = stepDown({ role: mine?.role ?? null, leaders: await countLeaders(tx, place.id) });
    if (!change.ok) return change;
    await tx.membership.update({ where: { userId_communityId: { userId: actor.id, communityId: place.id } }, data: { role: "MEMBER" } });
    return ok({ id: place.id });
  },
  tells: ({ id }) => ({ communityId: id }),
});

/** A leader relieves another one, who stays on as a member and is told. */
export const relieveLeader = command({
  event: "community.leader-relieved",
  input: RelieveLeader,
  find,
  allow: mayLead,
  run: async (tx, place, { handle }) => {
    const person = await personByHandle(tx, handle);
    const theirs = person && (await standingOf(tx, place.id, person.id));
    const change = stepDown({ role: theirs?.role ?? null, leaders: await countLeaders(tx, place.id) });
    if (!change.ok) return change;
    await tx.membership.updateMany({ where: { communityId: place.id, userId: theirs?.userId ?? "" }, data: { role: "MEMBER" } });
    return ok({ id: place.id, userId: theirs?.userId ?? null });
  },
  tells: ({ id, userId }) => ({ communityId: id, payload: { userId } }),
});
