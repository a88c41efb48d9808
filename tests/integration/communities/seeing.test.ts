import fc from "fast-check";
import { expect, test } from "vitest";
import { findSimilar } from "@/lib/communities/clarity/queries";
import { flagsSeenBy, flagsSeenBySql } from "@/lib/communities/flags/policy";
import { listFlags } from "@/lib/communities/flags/queries";
import { invitationsSeenBy, invitationsSeenBySql } from "@/lib/communities/invitations/policy";
import { listInvitations } from "@/lib/communities/invitations/queries";
import { listMembers, listMemberUnits } from "@/lib/communities/members/queries";
import { ListMembers } from "@/lib/communities/members/schema";
import { communitiesReadBy, communitiesReadBySql, communitiesSeenBy, communitiesSeenBySql } from "@/lib/communities/policy";
import { getShell } from "@/lib/discussions/readings/queries";
import { getCommunity, listCommunities, listOtherCommunities, listOwnCommunities } from "@/lib/communities/queries";
import { requestsSeenBy, requestsSeenBySql } from "@/lib/communities/requests/policy";
import { listRequests } from "@/lib/communities/requests/queries";
import { ListCommunities } from "@/lib/communities/schema";
import { listTags } from "@/lib/communities/tags/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildCommunity, buildPerson, buildSystem, buildVisitor } from "@/tests/support/build";
import { cast, doors, type Role, roles } from "./cast";

const all = ListCommunities.parse({});
const everyone = ListMembers.parse({});

/** Everything a person can learn about a community by looking. */
const learn = async (actor: Actor, id: string, slug: string, name: string) => ({
  one: (await getCommunity(actor, slug)) !== null,
  inLists: (await listCommunities(actor, all)).items.some((row) => row.slug === slug),
  ownOrOther: [...(await listOwnCommunities(actor, {})), ...(await listOtherCommunities(actor, all)).items].filter((row) => row.slug === slug).length,
  searched: (await listCommunities(actor, { ...all, q: name })).items.length,
  shell: (await getShell(actor)).places.length,
  similar: (await findSimilar(db, communitiesSeenBySql(actor), { name, domain: "" })).length,
  members: (await listMembers(actor, slug, everyone)).items.length,
  units: (await listMemberUnits(actor, slug)).length > 0,
  tags: (await listTags(actor, slug)).length,
  requests: (await listRequests(actor, id)).length,
  invitations: (await listInvitations(actor, id)).length,
  flags: (await listFlags(actor, id)).open.length,
});

const nothing = { one: false, inLists: false, ownOrOther: 0, searched: 0, shell: 0, similar: 0, members: 0, units: false, tags: 0, requests: 0, invitations: 0, flags: 0 };
const name = { one: true, inLists: true, ownOrOther: 1, searched: 1, similar: 1 };
const inside = { ...nothing, ...name, members: 3, units: true, tags: 2 };
const member = { ...inside, shell: 1 };
const leader = { ...member, requests: 1, invitations: 1, flags: 1 };

const sight: Record<(typeof doors)[number], Partial<Record<Role, object>>> = {
  OPEN: { member, leader, visitor: nothing, invited: { ...inside, invitations: 1 }, requester: { ...inside, requests: 1 } },
  REQUEST: { member, leader, visitor: nothing, invited: { ...nothing, ...name, invitations: 1 }, requester: { ...nothing, ...name, requests: 1 } },
  PRIVATE: { member, leader, visitor: nothing, invited: { ...nothing, ...name, invitations: 1 }, requester: { ...nothing, requests: 1 } },
};
const others = { OPEN: inside, REQUEST: { ...nothing, ...name }, PRIVATE: nothing };

test.each(doors)("what each sees of a community that is %s", async (entry) => {
  const { id, slug, people } = await cast({ entry });
  const { name: called } = await db.community.findUniqueOrThrow({ where: { id } });
  const unit = await db.unit.create({ data: { code: "RIG", name: "Rig" } });
  await db.user.update({ where: { id: people.member.id }, data: { unitId: unit.id } });
  for (const role of roles) expect({ role, ...(await learn(people[role], id, slug, called)) }).toEqual({ role, ...(sight[entry][role] ?? others[entry]) });
});

test("who sees the charter only is told no name of those inside", async () => {
  const { slug, people } = await cast({ entry: "REQUEST" });
  expect(await getCommunity(people.outsider, slug)).toMatchObject({ mayRead: false, leaders: [], beat: null, memberCount: 3, membership: null, waiting: { requests: 0, flags: 0 } });
  expect(await getCommunity(people.leader, slug)).toMatchObject({ mayRead: true, leaders: [{ unit: null }], waiting: { requests: 1, flags: 1 } });
  expect(await getCommunity(people.member, slug)).toMatchObject({ waiting: { requests: 0, flags: 0 }, request: null });
  expect(await getCommunity(people.requester, slug)).toMatchObject({ request: { message: "Let me in.", interest: "DO_THIS" } });
  expect(await getCommunity(people.invited, slug)).toMatchObject({ invitation: { message: "Come in.", by: expect.any(String) } });
});

/** A world: communities with their doors, people, and what ties each to each. */
const ties = ["none", "member", "leader", "invited", "declined", "requester", "flagger"] as const;
const world = fc.record({
  doors: fc.array(fc.constantFrom(...doors), { minLength: 1, maxLength: 4 }),
  people: fc.array(fc.array(fc.constantFrom(...ties), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
});

test("in any world SQL and Prisma see the same communities, requests, invitations and remarks", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ doors: entries, people }) => {
      const places = [];
      for (const entry of entries) places.push(await buildCommunity({ entry }));
      const ids: string[] = [];
      for (const row of people) {
        const { id: userId } = await buildPerson();
        ids.push(userId);
        for (const [at, { id: communityId }] of places.entries()) {
          const tie = row[at];
          if (tie === "member" || tie === "leader") await db.membership.create({ data: { userId, communityId, role: tie === "leader" ? "LEADER" : "MEMBER" } });
          if (tie === "invited" || tie === "declined") await db.communityInvitation.create({ data: { userId, communityId, ...(tie === "declined" && { answeredAt: new Date(), accepted: false }) } });
          if (tie === "requester") await db.membershipRequest.create({ data: { userId, communityId, interest: "DO_THIS" } });
          if (tie === "flagger") await db.topicFlag.create({ data: { userId, communityId, reason: "Wide." } });
        }
      }
      for (const actor of [...(await Promise.all(ids.map(actorOf))), buildVisitor(), buildSystem()]) {
        const sorted = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
        const [seen, read] = [communitiesSeenBySql(actor), communitiesReadBySql(actor)];
        expect(sorted(await db.$queryRaw`SELECT c.id FROM "Community" c WHERE ${seen}`)).toEqual(sorted(await db.community.findMany({ where: communitiesSeenBy(actor) })));
        expect(sorted(await db.$queryRaw`SELECT c.id FROM "Community" c WHERE ${read}`)).toEqual(sorted(await db.community.findMany({ where: communitiesReadBy(actor) })));
        expect(sorted(await db.$queryRaw`SELECT r.id FROM "MembershipRequest" r WHERE ${requestsSeenBySql(actor)}`)).toEqual(sorted(await db.membershipRequest.findMany({ where: requestsSeenBy(actor) })));
        expect(sorted(await db.$queryRaw`SELECT i.id FROM "CommunityInvitation" i WHERE ${invitationsSeenBySql(actor)}`)).toEqual(sorted(await db.communityInvitation.findMany({ where: invitationsSeenBy(actor) })));
        expect(sorted(await db.$queryRaw`SELECT f.id FROM "TopicFlag" f JOIN "Community" c ON c.id = f."communityId" WHERE ${flagsSeenBySql(actor)}`)).toEqual(sorted(await db.topicFlag.findMany({ where: flagsSeenBy(actor) })));
      }
    }),
    { numRuns: 25 },
  );
});
