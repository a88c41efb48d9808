import { expect, test } from "vitest";
import { absencesSeenBy, mayEndAbsence } from "@/lib/people/absences/policy";
import { authorsSeenBy, mayClaim } from "@/lib/people/authors/policy";
import { mayAskErasure, mayClose, mayErase } from "@/lib/people/departures/policy";
import { holidaysSeenBy, mayKeepHolidays } from "@/lib/people/holidays/policy";
import { mayConnect, mayDisconnect, mayEnter } from "@/lib/people/identities/policy";
import { mayImport } from "@/lib/people/imports/policy";
import { mayInvite, mayInviteAgain, mayUse } from "@/lib/people/invitations/policy";
import { maySetUp } from "@/lib/people/organisation/policy";
import { isOwn, mayAdminister, mayEditProfile, mayManage, mayManagePeople } from "@/lib/people/policy";
import { mayReset, resetsSeenBy } from "@/lib/people/resets/policy";
import { mayEndSession, mayOpenSession, sessionsSeenBy } from "@/lib/people/sessions/policy";
import { mayMakeFor, mayRevoke, tokensSeenBy } from "@/lib/people/tokens/policy";
import { mayManageUnits } from "@/lib/people/units/policy";
import { type Actor, NOBODY } from "@/lib/platform/actor";
import { mint } from "@/tests/support/mint";

const actors = { visitor: mint("visitor"), person: mint("person"), "HR admin": mint("person", ["HR_ADMIN"]), administrator: mint("person", ["ADMINISTRATOR"]), system: mint("system") };
type Name = keyof typeof actors;

const me = actors.person.id;
const other = "0190a1b2-0000-7000-8000-000000000002";
const managed = (role?: "HR_ADMIN" | "ADMINISTRATOR", id = other) => ({ id, roles: role ? [{ role }] : [], email: "a@example.org", joinedAt: null as Date | null });
const arrived = { ...managed(), joinedAt: new Date() };
const own = (userId: string) => ({ id: userId, userId });

const hands: Name[] = ["HR admin", "administrator"];
const all: Name[] = ["person", ...hands];
const withSystem: Name[] = [...hands, "system"];

/** Who may, of a visitor, a person, an HR admin, an administrator and the system. The three persons are one and the same, so that what is theirs is that of each. */
const table: [string, (actor: Actor) => boolean, Name[]][] = [
  ["manages people", mayManagePeople, hands],
  ["administers", mayAdminister, ["administrator"]],
  ["manages a colleague", (a) => mayManage(a, managed()), withSystem],
  ["manages an HR admin", (a) => mayManage(a, managed("HR_ADMIN")), withSystem],
  ["manages an administrator", (a) => mayManage(a, managed("ADMINISTRATOR")), ["administrator", "system"]],
  ["is themselves", (a) => isOwn(a, { id: me }), all],
  ["is somebody else", (a) => isOwn(a, { id: other }), []],
  ["is nobody", (a) => isOwn(a, { id: NOBODY }), []],
  ["edits their profile", (a) => mayEditProfile(a, { id: me }), all],
  ["asks to be forgotten", (a) => mayAskErasure(a, { id: me }), all],
  ["closes a colleague's account", (a) => mayClose(a, managed()), withSystem],
  ["closes an administrator's", (a) => mayClose(a, managed("ADMINISTRATOR")), ["administrator", "system"]],
  ["closes their own", (a) => mayClose(a, managed(undefined, me)), ["system"]],
  ["erases a colleague", (a) => mayErase(a, managed()), withSystem],
  ["erases themselves", (a) => mayErase(a, managed(undefined, me)), ["system"]],
  ["invites", mayInvite, withSystem],
  ["invites again who has not come", (a) => mayInviteAgain(a, managed()), withSystem],
  ["invites again an administrator who has not come", (a) => mayInviteAgain(a, managed("ADMINISTRATOR")), ["administrator", "system"]],
  ["invites again who is here and reads mail", (a) => mayInviteAgain(a, arrived), []],
  ["gives a new code to who is here and reads none", (a) => mayInviteAgain(a, { ...arrived, email: null }), withSystem],
  ["uses an invitation", mayUse, ["visitor"]],
  ["sets up", maySetUp, ["visitor"]],
  ["sets a password by link", mayReset, ["visitor"]],
  ["comes in", mayOpenSession, ["visitor"]],
  ["comes in by a provider", mayEnter, ["visitor"]],
  ["connects a provider to themselves", (a) => mayConnect(a, { id: me }), all],
  ["connects one to somebody else", (a) => mayConnect(a, { id: other }), []],
  ["disconnects their own", (a) => mayDisconnect(a, own(me)), all],
  ["disconnects somebody's", (a) => mayDisconnect(a, own(other)), []],
  ["ends their session", (a) => mayEndSession(a, own(me)), all],
  ["ends somebody's session", (a) => mayEndSession(a, own(other)), []],
  ["ends their absence", (a) => mayEndAbsence(a, own(me)), all],
  ["ends somebody's absence", (a) => mayEndAbsence(a, own(other)), []],
  ["revokes their token", (a) => mayRevoke(a, own(me)), all],
  ["revokes somebody's token", (a) => mayRevoke(a, own(other)), []],
  ["makes a token for somebody", mayMakeFor, ["system"]],
  ["manages units", mayManageUnits, withSystem],
  ["keeps holidays", mayKeepHolidays, hands],
  ["sees holidays", (a) => !("id" in holidaysSeenBy(a)), [...all, "system"]],
  ["imports", mayImport, withSystem],
  ["claims an author", mayClaim, ["administrator"]],
  ["sees imported authors to claim", (a) => !("id" in authorsSeenBy(a)), ["administrator"]],
  ["sees a link that sets a password", (a) => !("tokenHash" in resetsSeenBy(a)), ["visitor"]],
  ["sees sessions, tokens and absences of their own only", (a) => [sessionsSeenBy, tokensSeenBy, absencesSeenBy].every((seen) => seen(a).userId === me), all],
];

test.each(table)("who %s", (_what, may, allowed) => {
  expect((Object.keys(actors) as Name[]).filter((name) => may(actors[name])).sort()).toEqual([...allowed].sort());
});
