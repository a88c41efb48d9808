import { expect, test } from "vitest";
import { inviteToCommunity, withdrawInvitation } from "@/lib/communities/invitations/commands";
import { askToLead, withdrawLeadershipOffer } from "@/lib/communities/leaders/commands";
import { joinCommunity, removeMember } from "@/lib/communities/members/commands";
import { acceptRequest, declineRequest, requestMembership } from "@/lib/communities/requests/commands";
import { listNotifications } from "@/lib/notifications/queries";
import { ListNotifications } from "@/lib/notifications/schema";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity } from "@/tests/support/build";
import { carryAll, rowsOf, told } from "./told";

const handleOf = async ({ id }: { id: string }) => (await db.user.findUniqueOrThrow({ where: { id } })).handle;

test("an invitation is told to who is invited, until it is answered or taken back", async () => {
  const community = await buildCommunity({ entry: "PRIVATE" });
  const [leader, guest, other] = [await buildActor({ leads: [community.id] }), await buildActor(), await buildActor()];
  for (const one of [guest, other]) await inviteToCommunity(leader, { slug: community.slug, handle: await handleOf(one), message: "Come." });
  await carryAll();
  expect([await told(guest), await told(other), await rowsOf(leader)]).toEqual([["invitation invited"], ["invitation invited"], 0]);
  await joinCommunity(guest, { slug: community.slug, interest: "do-this" });
  const { id } = await db.communityInvitation.findFirstOrThrow({ where: { userId: other.id } });
  await withdrawInvitation(leader, { id });
  expect([await told(guest), await told(other)]).toEqual([[], []]);
});

test("a wish to join is told to each leader until it is answered; the answer to who asked", async () => {
  const community = await buildCommunity({ entry: "REQUEST" });
  const leaders = [await buildActor({ leads: [community.id] }), await buildActor({ leads: [community.id] })] as const;
  const [yes, no, member] = [await buildActor(), await buildActor(), await buildActor({ memberOf: [community.id] })];
  for (const one of [yes, no]) await requestMembership(one, { slug: community.slug, interest: "interested", message: "" });
  await carryAll();
  for (const one of leaders) expect(await told(one)).toEqual(["join-request leads", "join-request leads"]);
  const idOf = async ({ id }: { id: string }) => (await db.membershipRequest.findFirstOrThrow({ where: { userId: id } })).id;
  await acceptRequest(leaders[0], { id: await idOf(yes) });
  await declineRequest(leaders[1], { id: await idOf(no) });
  await carryAll();
  expect([await told(yes), await told(no), await rowsOf(member)]).toEqual([["request-accepted asked-to-join"], ["request-declined asked-to-join"], 0]);
  for (const one of leaders) expect(await told(one)).toEqual([]);
});

test("who is asked to lead is told until the offer is gone", async () => {
  const community = await buildCommunity();
  const [leader, member] = [await buildActor({ leads: [community.id] }), await buildActor({ memberOf: [community.id] })];
  await askToLead(leader, { slug: community.slug, handle: await handleOf(member) });
  await carryAll();
  expect([await told(member), await rowsOf(leader)]).toEqual([["leadership asked-to-lead"], 0]);
  await withdrawLeadershipOffer(leader, { slug: community.slug, handle: await handleOf(member) });
  expect(await told(member)).toEqual([]);
});

test("who is no longer a member is told, and not by the name of a place they do not see any more", async () => {
  for (const entry of ["OPEN", "PRIVATE"] as const) {
    const community = await buildCommunity({ entry });
    const [leader, member] = [await buildActor({ leads: [community.id] }), await buildActor({ memberOf: [community.id] })];
    await removeMember(leader, { slug: community.slug, handle: await handleOf(member), reason: "Never here." });
    await carryAll();
    const { items } = await listNotifications(await actorOf(member.id), ListNotifications.parse({}));
    expect(items).toMatchObject([{ kind: "removed", reason: "member", community: entry === "OPEN" ? { slug: community.slug } : null }]);
  }
});

test("who is away is told what is asked of them on their first day back, and of the rest at once", async () => {
  const community = await buildCommunity({ entry: "REQUEST" });
  const leader = await buildActor({ leads: [community.id] });
  const day = (ahead: number) => new Date(new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));
  await db.absence.create({ data: { userId: leader.id, startsOn: day(-1), endsOn: day(3) } });
  const guest = await buildActor();
  await requestMembership(guest, { slug: community.slug, interest: "interested", message: "" });
  await carryAll();
  const row = await db.notification.findFirstOrThrow({ where: { userId: leader.id } });
  expect(row.at.toISOString().slice(0, 10)).toBe(day(4).toISOString().slice(0, 10));
  expect(await told(leader)).toEqual([]);
  await db.notification.update({ where: { id: row.id }, data: { at: new Date() } });
  expect(await told(leader)).toEqual(["join-request leads"]);
});
