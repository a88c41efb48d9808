import { expect, test } from "vitest";
import { inviteToCommunity } from "@/lib/communities/invitations/commands";
import { askToLead, declineLeadership } from "@/lib/communities/leaders/commands";
import { removeMember } from "@/lib/communities/members/commands";
import { acceptRequest, declineRequest, requestMembership } from "@/lib/communities/requests/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity } from "@/tests/support/build";
import { carryLatest } from "@/tests/support/carry";
import { again, cast, miscounted } from "./cast";

/** What was written about the latest event. */
const carry = async () => (await carryLatest()).map(({ text }) => text);
const person = (id: string) => db.user.findUniqueOrThrow({ where: { id } });

test("who is removed is told by whom and why, in their own language, once", async () => {
  const { slug, people, other } = await cast({ entry: "PRIVATE" });
  await db.user.update({ where: { id: other.id }, data: { locale: "sv" } });
  await removeMember(people.leader, { slug, handle: other.handle, reason: "You sold our drill." });
  const mails = await carry();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain(`To: ${(await person(other.id)).email}`);
  expect(mails[0]).toContain("Content-Language: sv");
  expect(mails[0]).toContain("You sold our drill.");
  expect(mails[0]).toContain(String((await person(people.leader.id)).name));
  expect(mails[0]).not.toContain(`/communities/${slug}`);
});

test("an invitation, and an answer to a request, reach whom they concern with the way in", async () => {
  const { slug, people, stranger, request } = await cast({ entry: "REQUEST" });
  await inviteToCommunity(people.leader, { slug, handle: stranger, message: "We need your nose for clay." });
  const [invitation = ""] = await carry();
  expect(invitation).toContain("We need your nose for clay.");
  expect(invitation).toContain(`http://localhost:3000/communities/${slug}`);
  await acceptRequest(people.leader, { id: request });
  expect((await carry())[0]).toContain(`To: ${(await person(people.requester.id)).email}`);
  await requestMembership(people.outsider, { slug, interest: "interested", message: "I have a drill." });
  const asked = await carry();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain(`To: ${(await person(people.leader.id)).email}`);
  expect(asked[0]).toContain("I have a drill.");
  const { id } = await db.membershipRequest.findFirstOrThrow({ where: { userId: people.outsider.id } });
  await declineRequest(people.leader, { id });
  expect((await carry())[0]).toContain(`To: ${(await person(people.outsider.id)).email}`);
  await askToLead(people.leader, { slug });
  expect(await carry()).toHaveLength(1);
});

test("nobody without a mail address stops the work of others", async () => {
  const { slug, people, other } = await cast();
  await db.user.update({ where: { id: other.id }, data: { email: null } });
  await removeMember(people.leader, { slug, handle: other.handle, reason: "Quiet." });
  expect(await carry()).toEqual([]);
});

const closed = (userId: string) => db.event.create({ data: { name: "person.closed", subjectId: userId } });

test("whose account is closed belongs nowhere; where they led alone the longest-standing member is asked, then the next", async () => {
  const { id, slug, people, other } = await cast({ entry: "PRIVATE" });
  await db.membership.updateMany({ where: { userId: other.id }, data: { joinedAt: new Date("2020-01-01") } });
  await db.user.update({ where: { id: people.leader.id }, data: { closedAt: new Date(), name: null } });
  await closed(people.leader.id);
  await carry();
  expect(await db.membership.count({ where: { userId: people.leader.id } })).toBe(0);
  expect(await miscounted()).toEqual([]);
  expect(await db.leadershipOffer.findMany()).toMatchObject([{ communityId: id, userId: other.id, askedById: null, answeredAt: null }]);
  await declineLeadership(await again(people.other), { slug });
  expect(await db.leadershipOffer.findMany({ where: { answeredAt: null } })).toMatchObject([{ userId: people.member.id, askedById: null }]);
});

test("who is away is asked to lead after everybody else; where the portal itself asks, the mail says so", async () => {
  const { people, other, slug } = await cast();
  await db.membership.updateMany({ where: { userId: other.id }, data: { joinedAt: new Date("2020-01-01") } });
  const day = new Date(new Date().toISOString().slice(0, 10));
  await db.absence.create({ data: { userId: other.id, startsOn: day, endsOn: day } });
  await closed(people.leader.id);
  await carry();
  expect(await db.leadershipOffer.findMany()).toMatchObject([{ userId: people.member.id, askedById: null }]);
  const [mail = "", ...more] = await carry();
  expect([more, mail]).toEqual([[], expect.stringContaining("is without a leader")]);
  expect(mail).toContain(`/communities/${slug}`);
  await declineLeadership(await again(people.member), { slug });
  expect((await db.leadershipOffer.findFirst({ where: { answeredAt: null } }))?.userId).toBe(other.id);
});

test("a community whose only member has gone is archived; one whose other leader stays asks nobody", async () => {
  const alone = await buildCommunity({ memberCount: 0 });
  const { id: shared, people } = await cast();
  const leaver = await buildActor({ leads: [alone.id, shared] });
  await closed(leaver.id);
  await carry();
  expect(await db.community.findUnique({ where: { id: alone.id } })).toMatchObject({ memberCount: 0, archivedAt: expect.any(Date) });
  expect(await db.community.findUnique({ where: { id: shared } })).toMatchObject({ memberCount: 3, archivedAt: null });
  expect(await db.leadershipOffer.count()).toBe(0);
  expect((await again(people.leader)).leads).toEqual([shared]);
});

test("what someone who has gone still asked, or was asked, waits for nobody", async () => {
  const { people, request, invitation } = await cast({ entry: "REQUEST" });
  await closed(people.requester.id);
  await carry();
  await closed(people.invited.id);
  await carry();
  expect(await db.membershipRequest.findUnique({ where: { id: request } })).toBeNull();
  expect(await db.communityInvitation.findUnique({ where: { id: invitation } })).toBeNull();
});
