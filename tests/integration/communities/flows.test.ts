import { expect, test } from "vitest";
import { archiveCommunity, changeCommunity } from "@/lib/communities/charter/commands";
import { flagTopic } from "@/lib/communities/flags/commands";
import { listFlags } from "@/lib/communities/flags/queries";
import { declineInvitation, inviteToCommunity } from "@/lib/communities/invitations/commands";
import { acceptLeadership, askToLead, declineLeadership, relieveLeader, stepDownFromLead, takeLead, withdrawLeadershipOffer } from "@/lib/communities/leaders/commands";
import { joinCommunity, leaveCommunity, removeMember } from "@/lib/communities/members/commands";
import { getCommunity } from "@/lib/communities/queries";
import { acceptRequest, declineRequest, requestMembership } from "@/lib/communities/requests/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion } from "@/tests/support/build";
import { again, cast, miscounted } from "./cast";

const role = async (userId: string, communityId: string) => (await db.membership.findUnique({ where: { userId_communityId: { userId, communityId } } }))?.role ?? null;

test("an invitation accepted is a membership, of one's own choice and with one's own word", async () => {
  const { id, slug, people, invitation } = await cast({ entry: "PRIVATE" });
  expect(await joinCommunity(people.invited, { slug, interest: "do-this" })).toMatchObject({ ok: true });
  expect(await db.membership.findMany({ where: { userId: people.invited.id } })).toMatchObject([{ communityId: id, role: "MEMBER", interest: "DO_THIS" }]);
  expect(await db.communityInvitation.findUnique({ where: { id: invitation } })).toMatchObject({ accepted: true });
  expect(await miscounted()).toEqual([]);
});

test("an invitation declined hides a private community again, and is not made again soon", async () => {
  const { slug, people } = await cast({ entry: "PRIVATE" });
  await declineInvitation(people.invited, { slug });
  expect(await getCommunity(people.invited, slug)).toBeNull();
  const { handle } = await db.user.findUniqueOrThrow({ where: { id: people.invited.id } });
  expect(await inviteToCommunity(people.leader, { slug, handle })).toMatchObject({ why: "invalid", fields: { handle: ["has-declined"] } });
});

test("inviting says by the field why it does not fit", async () => {
  const { slug, people, other } = await cast();
  const handle = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).handle;
  const said = async (who: string) => (await inviteToCommunity(people.leader, { slug, handle: who })) as { fields?: object };
  expect((await said("nobody-of-that-name")).fields).toEqual({ handle: ["nobody"] });
  expect((await said(`@${other.handle}`)).fields).toEqual({ handle: ["already-member"] });
  expect((await said(await handle(people.invited.id))).fields).toEqual({ handle: ["already-invited"] });
  expect((await said(await handle(people.requester.id))).fields).toEqual({ handle: ["has-asked"] });
  const gone = await db.user.create({ data: { handle: "gone", closedAt: new Date() } });
  expect((await said(gone.handle)).fields).toEqual({ handle: ["nobody"] });
});

test("a request accepted lets in, once", async () => {
  const { id, slug, people, request } = await cast({ entry: "REQUEST" });
  expect(await acceptRequest(people.leader, { id: request })).toMatchObject({ ok: true });
  expect(await acceptRequest(people.leader, { id: request })).toMatchObject({ why: "already-answered" });
  expect(await declineRequest(people.leader, { id: request })).toMatchObject({ why: "already-answered" });
  expect(await role(people.requester.id, id)).toBe("MEMBER");
  expect(await db.membershipRequest.findUnique({ where: { id: request } })).toMatchObject({ accepted: true, answeredById: people.leader.id });
  expect(await getCommunity(await again(people.requester), slug)).toMatchObject({ mayRead: true, memberCount: 4 });
});

test("a declined request may be made again", async () => {
  const { slug, people, request } = await cast({ entry: "REQUEST" });
  await declineRequest(people.leader, { id: request });
  expect(await requestMembership(people.requester, { slug, interest: "interested", message: "Once more." })).toMatchObject({ ok: true });
});

test("a person removed is out, and the event says who and why", async () => {
  const { id, slug, people, other } = await cast({ entry: "PRIVATE" });
  expect(await removeMember(people.leader, { slug, handle: other.handle, reason: "  " })).toMatchObject({ why: "invalid", fields: { reason: ["required"] } });
  expect(await removeMember(people.leader, { slug, handle: other.handle, reason: "Sold our secrets." })).toMatchObject({ ok: true });
  expect(await getCommunity(await again(people.other), slug)).toBeNull();
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ communityId: id, payload: { userId: other.id, reason: "Sold our secrets." } });
});

test("the last one who leads hands over: the longest-standing member is asked, and the leaver goes when they say yes", async () => {
  const { id, slug, people } = await cast({ entry: "PRIVATE" });
  await db.membership.updateMany({ where: { userId: people.other.id }, data: { joinedAt: new Date("2020-01-01") } });
  expect(await leaveCommunity(people.leader, { slug })).toMatchObject({ why: "last-leader" });
  expect(await askToLead(people.leader, { slug, leaving: "yes" })).toMatchObject({ ok: true, value: { userId: people.other.id } });
  expect(await askToLead(people.leader, { slug, handle: (await db.user.findUniqueOrThrow({ where: { id: people.other.id } })).handle })).toMatchObject({ why: "already-asked" });
  expect((await getCommunity(people.other, slug))?.offer).toMatchObject({ leaving: true, by: expect.any(String) });
  expect(await role(people.other.id, id)).toBe("MEMBER");
  expect(await acceptLeadership(people.other, { slug })).toMatchObject({ ok: true });
  expect([await role(people.other.id, id), await role(people.leader.id, id)]).toEqual(["LEADER", null]);
  expect(await miscounted()).toEqual([]);
});

test("nobody leads without having said yes; a no is a no, and an offer can be taken back", async () => {
  const { id, slug, people, other } = await cast();
  await askToLead(people.leader, { slug, handle: other.handle });
  await declineLeadership(people.other, { slug });
  expect(await role(other.id, id)).toBe("MEMBER");
  await askToLead(people.leader, { slug, handle: other.handle });
  await withdrawLeadershipOffer(people.leader, { slug, handle: other.handle });
  expect(await acceptLeadership(people.other, { slug })).toMatchObject({ why: "not-asked" });
  expect(await askToLead(people.leader, { slug })).toMatchObject({ value: { userId: people.member.id } });
});

test("two lead: one steps down or is relieved, and stays a member; the other then cannot", async () => {
  const { id, slug, people, other } = await cast();
  await askToLead(people.leader, { slug, handle: other.handle });
  await acceptLeadership(people.other, { slug });
  expect(await stepDownFromLead(people.leader, { slug })).toMatchObject({ ok: true });
  const second = await again(people.other);
  expect(await stepDownFromLead(second, { slug })).toMatchObject({ why: "last-leader" });
  expect(await relieveLeader(second, { slug, handle: other.handle })).toMatchObject({ why: "last-leader" });
  expect(await removeMember(second, { slug, handle: other.handle, reason: "x" })).toMatchObject({ fields: { handle: ["yourself"] } });
  expect([await role(people.leader.id, id), await role(other.id, id)]).toEqual(["MEMBER", "LEADER"]);
});

test("where nobody leads, a member may take it on", async () => {
  const { id, slug } = await buildCommunity({ memberCount: 0 });
  const first = await buildActor();
  await joinCommunity(first, { slug, interest: "do-this" });
  const member = await again(first);
  expect(await getCommunity(member, slug)).toMatchObject({ leaders: [] });
  expect(await takeLead(member, { slug })).toMatchObject({ ok: true });
  expect(await role(member.id, id)).toBe("LEADER");
});

test("whoever leaves last closes the door behind them", async () => {
  const { id, slug } = await buildCommunity({ memberCount: 0 });
  const only = await buildActor({ leads: [id] });
  expect(await leaveCommunity(only, { slug })).toMatchObject({ ok: true });
  expect(await db.community.findUnique({ where: { id } })).toMatchObject({ memberCount: 0, archivedById: only.id, archivedAt: expect.any(Date) });
});

test("narrowing the charter answers the remarks that it is too general", async () => {
  const { id, slug, people, flag } = await cast();
  expect(await flagTopic(people.other, { slug, reason: "Still." })).toMatchObject({ why: "already-flagged" });
  await changeCommunity(people.leader, { slug, version: 1, inScope: "Rock drills." });
  expect((await listFlags(people.leader, id)).open).toHaveLength(1);
  await changeCommunity(people.leader, { slug, version: 2, inScope: "Rock drills only.", narrows: "yes" });
  expect(await listFlags(people.leader, id)).toEqual({ open: [], mine: null });
  expect((await listFlags(people.other, id)).mine).toMatchObject({ id: flag, answer: "", resolvedAt: expect.any(Date) });
});

test("who comes too late with a change gets what stands now, and nothing is overwritten", async () => {
  const { id, slug, people } = await cast();
  expect(await changeCommunity(people.leader, { slug, version: 1, name: "First" })).toMatchObject({ ok: true, value: { version: 2, changed: ["name"] } });
  const late = await changeCommunity(people.leader, { slug, version: 1, name: "Second" });
  expect(late).toMatchObject({ ok: false, why: "stale", current: { version: 2, name: "First", rhythm: "monthly", entry: "open", sampleQuestions: expect.any(Array) } });
  expect(await db.community.findUnique({ where: { id } })).toMatchObject({ name: "First", version: 2 });
  expect(await db.event.findMany({ where: { name: "community.changed" } })).toMatchObject([{ payload: { fields: ["name"] } }]);
});

test("made private, a community gets an address nobody can guess, and those who wait outside are declined", async () => {
  const { id, slug, people, request } = await cast({ entry: "REQUEST" });
  const result = await changeCommunity(people.leader, { slug, version: 1, entry: "private" });
  expect(result).toMatchObject({ ok: true, value: { slug: expect.stringMatching(/^drilling-.*-[a-z0-9]{6}$/) } });
  expect(await getCommunity(people.outsider, result.ok ? result.value.slug : "")).toBeNull();
  expect(await getCommunity(people.leader, slug)).toBeNull();
  expect(await db.membershipRequest.findUnique({ where: { id: request } })).toMatchObject({ accepted: false });
  expect(await db.event.findFirst({ where: { name: "community.changed" } })).toMatchObject({ payload: { entry: { from: "request", to: "private" } } });
  const moved = result.ok ? result.value.slug : "";
  for (const entry of ["request", "open"]) expect(await changeCommunity(people.leader, { slug: moved, version: 2, entry })).toMatchObject({ why: "stays-private" });
  expect(await db.community.findUnique({ where: { id } })).toMatchObject({ entry: "PRIVATE", version: 2 });
});

test("a community by request is opened only while nothing was written since its door was set", async () => {
  const { id, slug, people } = await cast({ entry: "OPEN" });
  await buildDiscussion(id, people.member.id, { createdAt: new Date("2026-01-01"), lastActivityAt: new Date("2026-01-01"), updatedAt: new Date("2026-01-01") });
  expect(await changeCommunity(people.leader, { slug, version: 1, entry: "request" })).toMatchObject({ ok: true });
  expect(await changeCommunity(people.leader, { slug, version: 2, entry: "open" })).toMatchObject({ ok: true });
  await changeCommunity(people.leader, { slug, version: 3, entry: "request" });
  await changeCommunity(people.leader, { slug, version: 4, name: "Another name" });
  await buildDiscussion(id, people.member.id);
  expect(await changeCommunity(people.leader, { slug, version: 5, entry: "open" })).toMatchObject({ why: "texts-inside" });
  expect(await getCommunity(people.outsider, slug)).toMatchObject({ entry: "REQUEST", mayRead: false });
});

test("a community founded by request with texts in it stays so", async () => {
  const { id, slug, people } = await cast({ entry: "REQUEST" });
  await buildDiscussion(id, people.member.id);
  expect(await changeCommunity(people.leader, { slug, version: 1, entry: "open" })).toMatchObject({ why: "texts-inside" });
});

test("an archived community is read as before and joined by nobody", async () => {
  const { slug, people } = await cast();
  await archiveCommunity(people.leader, { slug });
  expect(await getCommunity(people.outsider, slug)).toMatchObject({ mayRead: true, archivedAt: expect.any(Date) });
  expect(await joinCommunity(people.outsider, { slug, interest: "interested" })).toMatchObject({ why: "archived" });
});
