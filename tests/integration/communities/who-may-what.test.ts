import { describe, expect, test } from "vitest";
import { archiveCommunity, changeCommunity, reopenCommunity } from "@/lib/communities/charter/commands";
import { answerFlag, flagTopic } from "@/lib/communities/flags/commands";
import { declineInvitation, inviteToCommunity, withdrawInvitation } from "@/lib/communities/invitations/commands";
import { acceptLeadership, askToLead, declineLeadership, relieveLeader, stepDownFromLead, takeLead, withdrawLeadershipOffer } from "@/lib/communities/leaders/commands";
import { joinCommunity, leaveCommunity, removeMember, sayInterest } from "@/lib/communities/members/commands";
import { acceptRequest, declineRequest, requestMembership, withdrawRequest } from "@/lib/communities/requests/commands";
import { addSynonym, mergeTag, removeTag, renameTag } from "@/lib/communities/tags/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Cast, cast, everything, miscounted, type Role, roles, states } from "./cast";

type Run = (actor: Actor, on: Cast) => Promise<{ ok: boolean; why?: string }>;
/** What each hears of an open, by-request and private community, running and then archived. HR admins and administrators are outsiders; a visitor sees nothing. */
type Table = { event: string; run: Run } & Record<"outsider" | "member" | "leader" | "invited" | "requester", string>;

const unseen = "not-found not-found not-found not-found not-found not-found";
const outside = "forbidden forbidden not-found forbidden forbidden not-found";
const never = "forbidden forbidden forbidden forbidden forbidden forbidden";
const always = "ok ok ok ok ok ok";
const same = (why: string) => Array(6).fill(why).join(" ");
const leadersOnly = { outsider: outside, member: never, invited: never, requester: outside };
/** Who reads a community reads its tags: in a closed one only who belongs. */
const curating = { outsider: "forbidden not-found not-found forbidden not-found not-found", member: never, leader: always, invited: "forbidden not-found not-found forbidden not-found not-found", requester: "forbidden not-found not-found forbidden not-found not-found" };

const tables: Record<string, Table> = {
  joining: {
    event: "community.joined", run: (actor, { slug }) => joinCommunity(actor, { slug, interest: "do-this" }),
    outsider: "ok by-request not-found archived archived not-found", member: same("already-member"), leader: same("already-member"),
    invited: "ok ok ok archived archived archived", requester: "ok by-request not-found archived archived not-found",
  },
  leaving: {
    event: "community.left", run: (actor, { slug }) => leaveCommunity(actor, { slug }),
    outsider: "not-a-member not-a-member not-found not-a-member not-a-member not-found", member: always, leader: same("last-leader"),
    invited: same("not-a-member"), requester: "not-a-member not-a-member not-found not-a-member not-a-member not-found",
  },
  "saying one's interest": {
    event: "community.interest-said", run: (actor, { slug }) => sayInterest(actor, { slug, interest: "do-this" }),
    outsider: "not-a-member not-a-member not-found not-a-member not-a-member not-found", member: always, leader: always,
    invited: same("not-a-member"), requester: "not-a-member not-a-member not-found not-a-member not-a-member not-found",
  },
  "removing a member": { event: "community.member-removed", run: (actor, { slug, other }) => removeMember(actor, { slug, handle: other.handle, reason: "Sold ours." }), ...leadersOnly, leader: always },
  "asking to join": {
    event: "community.membership-requested", run: (actor, { slug }) => requestMembership(actor, { slug, interest: "interested", message: "Please." }),
    outsider: "walk-in ok not-found archived archived not-found", member: "already-member already-member already-member archived archived archived",
    leader: "already-member already-member already-member archived archived archived", invited: "walk-in walk-in walk-in archived archived archived",
    requester: "walk-in already-asked not-found archived archived not-found",
  },
  "withdrawing a request": {
    event: "community.request-withdrawn", run: (actor, { slug }) => withdrawRequest(actor, { slug }),
    outsider: "not-asked not-asked not-found not-asked not-asked not-found", member: same("not-asked"), leader: same("not-asked"), invited: same("not-asked"),
    requester: "ok ok not-found ok ok not-found",
  },
  "letting someone in": {
    event: "community.request-accepted", run: (actor, { request }) => acceptRequest(actor, { id: request }),
    outsider: unseen, member: unseen, leader: "ok ok ok archived archived archived", invited: unseen, requester: outside,
  },
  "declining a request": { event: "community.request-declined", run: (actor, { request }) => declineRequest(actor, { id: request }), outsider: unseen, member: unseen, leader: always, invited: unseen, requester: outside },
  inviting: { event: "community.invited", run: (actor, { slug, stranger }) => inviteToCommunity(actor, { slug, handle: stranger }), ...leadersOnly, leader: "ok ok ok archived archived archived" },
  "declining an invitation": {
    event: "community.invitation-declined", run: (actor, { slug }) => declineInvitation(actor, { slug }),
    outsider: "not-invited not-invited not-found not-invited not-invited not-found", member: same("not-invited"), leader: same("not-invited"), invited: always,
    requester: "not-invited not-invited not-found not-invited not-invited not-found",
  },
  "withdrawing an invitation": {
    event: "community.invitation-withdrawn", run: (actor, { invitation }) => withdrawInvitation(actor, { id: invitation }),
    outsider: unseen, member: unseen, leader: always, invited: never, requester: unseen,
  },
  "calling the topic too general": {
    event: "community.topic-flagged", run: (actor, { slug }) => flagTopic(actor, { slug, reason: "Drills of what?" }),
    outsider: "ok ok not-found archived archived not-found", member: "ok ok ok archived archived archived", leader: "ok ok ok archived archived archived",
    invited: "ok ok ok archived archived archived", requester: "ok ok not-found archived archived not-found",
  },
  "answering such a remark": { event: "community.topic-explained", run: (actor, { flag }) => answerFlag(actor, { id: flag, answer: "Rock drills." }), outsider: unseen, member: unseen, leader: always, invited: unseen, requester: unseen },
  "changing the charter": { event: "community.changed", run: (actor, { slug }) => changeCommunity(actor, { slug, version: 1, name: "Rock drills" }), ...leadersOnly, leader: always },
  archiving: { event: "community.archived", run: (actor, { slug }) => archiveCommunity(actor, { slug }), ...leadersOnly, leader: "ok ok ok archived archived archived" },
  "opening again": { event: "community.reopened", run: (actor, { slug }) => reopenCommunity(actor, { slug }), ...leadersOnly, leader: "not-archived not-archived not-archived ok ok ok" },
  "asking someone to lead": { event: "community.leader-asked", run: (actor, { slug, other }) => askToLead(actor, { slug, handle: other.handle }), ...leadersOnly, leader: "ok ok ok archived archived archived" },
  "asking no more": { event: "community.leader-not-asked", run: (actor, { slug, other }) => withdrawLeadershipOffer(actor, { slug, handle: other.handle }), ...leadersOnly, leader: same("not-asked") },
  "taking over when asked": { event: "community.leader-made", run: (actor, { slug }) => acceptLeadership(actor, { slug }), ...leadersOnly, member: same("not-asked"), leader: same("not-asked") },
  "declining to lead": { event: "community.leader-declined", run: (actor, { slug }) => declineLeadership(actor, { slug }), ...leadersOnly, member: same("not-asked"), leader: same("not-asked") },
  "taking the lead unasked": { event: "community.leader-made", run: (actor, { slug }) => takeLead(actor, { slug }), ...leadersOnly, member: same("is-led"), leader: same("is-led") },
  "stepping down": { event: "community.leader-stepped-down", run: (actor, { slug }) => stepDownFromLead(actor, { slug }), ...leadersOnly, member: same("does-not-lead"), leader: same("last-leader") },
  "relieving who does not lead": { event: "community.leader-relieved", run: (actor, { slug, other }) => relieveLeader(actor, { slug, handle: other.handle }), ...leadersOnly, leader: same("does-not-lead") },
  "renaming a tag": { event: "tag.renamed", run: (actor, { tag }) => renameTag(actor, { id: tag, name: "coolant" }), ...curating },
  "merging tags": { event: "tag.merged", run: (actor, { tag, otherTag }) => mergeTag(actor, { id: tag, into: otherTag }), ...curating },
  "adding a synonym": { event: "tag.synonym-added", run: (actor, { tag }) => addSynonym(actor, { id: tag, name: "chill" }), ...curating },
  "removing a tag": { event: "tag.removed", run: (actor, { tag }) => removeTag(actor, { id: tag }), ...curating },
};

const expected = (table: Table, role: Role, state: number) => {
  const row = role === "visitor" ? unseen : table[role === "HR admin" || role === "administrator" ? "outsider" : role];
  return row.split(" ")[state];
};

describe.each(Object.entries(tables))("%s", (_what, table) => {
  test.each(states.map((state, at) => [state.entry, state.archived ? "archived" : "running", at] as const))("in a community that is %s and %s", async (_entry, _archived, at) => {
    let on: Cast | null = null;
    let before: string | undefined;
    for (const role of roles) {
      if (!on) [on, before] = [await cast(states[at]), await everything()];
      const events = await db.event.count();
      const result = await table.run(on.people[role], on);
      expect(`${role}: ${result.ok ? "ok" : result.why}`).toBe(`${role}: ${expected(table, role, at)}`);
      if (result.ok) {
        expect(await db.event.count()).toBe(events + 1);
        expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ name: table.event, actorId: on.people[role].id, communityId: on.id });
        expect(await miscounted()).toEqual([]);
        on = null;
      } else expect(await everything()).toBe(before);
    }
  });
});
