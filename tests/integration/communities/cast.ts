import type { Entry } from "@/lib/generated/prisma/enums";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildPerson, buildVisitor } from "@/tests/support/build";

export const doors = ["OPEN", "REQUEST", "PRIVATE"] as const;
export const states = [false, true].flatMap((archived) => doors.map((entry) => ({ entry, archived })));
export const roles = ["outsider", "HR admin", "administrator", "member", "leader", "invited", "requester", "visitor"] as const;
export type Role = (typeof roles)[number];

/** A community with one of everybody: who leads, who belongs, who is invited, who asks, and who has nothing to do with it. */
export const cast = async ({ entry = "OPEN", archived = false }: { entry?: Entry; archived?: boolean } = {}) => {
  const { id, slug } = await buildCommunity({ entry, archivedAt: archived ? new Date() : null, memberCount: 0 });
  const people = {
    leader: await buildActor({ leads: [id] }),
    member: await buildActor({ memberOf: [id] }),
    other: await buildActor({ memberOf: [id] }),
    outsider: await buildActor(),
    "HR admin": await buildActor({ roles: ["HR_ADMIN"] }),
    administrator: await buildActor({ roles: ["ADMINISTRATOR"] }),
    invited: await buildActor(),
    requester: await buildActor(),
    visitor: buildVisitor(),
  };
  const stranger = await buildPerson();
  const invitation = await db.communityInvitation.create({ data: { communityId: id, userId: people.invited.id, invitedById: people.leader.id, message: "Come in." } });
  const request = await db.membershipRequest.create({ data: { communityId: id, userId: people.requester.id, interest: "DO_THIS", message: "Let me in." } });
  const flag = await db.topicFlag.create({ data: { communityId: id, userId: people.other.id, reason: "Drills of what?" } });
  const tag = await db.tag.create({ data: { communityId: id, name: "cooling" } });
  const otherTag = await db.tag.create({ data: { communityId: id, name: "heat" } });
  const other = await db.user.findUniqueOrThrow({ where: { id: people.other.id } });
  return { id, slug, people, other: { id: other.id, handle: other.handle }, stranger: stranger.handle, invitation: invitation.id, request: request.id, flag: flag.id, tag: tag.id, otherTag: otherTag.name };
};
export type Cast = Awaited<ReturnType<typeof cast>>;

/** Everything a command of communities could have touched, as one text: equal before and after a refusal. */
export const everything = async () => {
  const [row] = await db.$queryRaw<{ all: string }[]>`SELECT concat_ws(E'\n',
    (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "Community" t), (SELECT string_agg(t::text, ' ' ORDER BY t."userId", t."communityId") FROM "Membership" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "MembershipRequest" t), (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "CommunityInvitation" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "LeadershipOffer" t), (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "TopicFlag" t),
    (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "Tag" t), (SELECT string_agg(t::text, ' ' ORDER BY t.id) FROM "Discussion" t),
    (SELECT count(*) FROM "Event"), (SELECT count(*) FROM pgboss.job)) "all"`;
  return row?.all;
};

/** Whether the counters of every community say what there is. */
export const miscounted = () => db.$queryRaw<unknown[]>`
  SELECT c.slug FROM "Community" c WHERE c."memberCount" <> (SELECT count(*) FROM "Membership" m WHERE m."communityId" = c.id)`;

/** The same person again, with what they belong to now. */
export const again = (actor: Actor) => actorOf(actor.id);
