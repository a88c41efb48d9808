import { expect, test } from "vitest";
import { setEmail } from "@/lib/people/accounts/commands";
import { closeAccount } from "@/lib/people/departures/commands";
import { acceptInvitation, inviteAgain, invitePerson } from "@/lib/people/invitations/commands";
import { getInvitation } from "@/lib/people/invitations/queries";
import { setUp } from "@/lib/people/organisation/commands";
import { getInstallation, isEmpty } from "@/lib/people/organisation/queries";
import { askReset } from "@/lib/people/resets/commands";
import { signIn } from "@/lib/people/sessions/commands";
import { actorById, actorBySession } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { buildActor, buildVisitor } from "@/tests/support/build";
import { carry, linkIn } from "@/tests/support/carry";
import { buildUnit, caller, cast, everything, fields, from, heard, said, secret } from "./cast";

const founding = { organisation: "The Library", locale: "sv", timeZone: "Europe/Stockholm", name: "Ada Admin", email: "Ada@Example.org", password: secret };
const arrival = { name: "Nia New", password: secret, locale: "pl" };
const enter = (email: string, password = secret) => signIn({ email, password }, caller);

/** Somebody invited, as HR invites them. */
const invite = async (over: object = {}) => {
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  const done = await invitePerson(hr, { name: "Nia New", email: "nia@example.org", ...over });
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { hr, ...done.value, code: done.value.code ?? "" };
};
const mailed = async () => linkIn(await carry("person.invited", "invitation.renewed"), "invitation");

test("an empty portal is set up by whoever comes first, who then administers it and is in", async () => {
  expect(await isEmpty(buildVisitor())).toBe(true);
  const done = await setUp(founding, caller);
  expect(heard(done)).toBe("ok");
  const me = await actorBySession(done.ok ? done.value.sessionId : "");
  expect(me).toMatchObject({ handle: "ada-admin", name: "Ada Admin", roles: ["ADMINISTRATOR"], locale: "sv" });
  expect(await getInstallation(me ?? buildVisitor())).toMatchObject({ name: "The Library", demo: false, people: 1 });
  expect(await isEmpty(buildVisitor())).toBe(false);
  expect(heard(await enter("ada@example.org"))).toBe("ok");
});

test("it is set up once: the second one hears that there is nothing, whatever they say, and nothing is there twice", async () => {
  await setUp(founding, caller);
  const before = await everything();
  expect(await setUp({ ...founding, name: "Eve", email: "eve@example.org" }, caller)).toEqual({ ok: false, why: "not-found" });
  expect(await setUp({}, caller)).toEqual({ ok: false, why: "not-found" });
  expect(await everything()).toBe(before);
});

test("of four who set it up at once one does", async () => {
  const all = await Promise.all([1, 2, 3, 4].map((n) => setUp({ ...founding, name: `Ada ${n}`, email: `ada${n}@example.org` }, { ...caller, address: `192.0.2.${n}` })));
  expect(all.map(heard).sort()).toEqual(["not-found", "not-found", "not-found", "ok"]);
  expect([await db.organisation.count(), await db.user.count(), await db.roleGrant.count()]).toEqual([1, 1, 1]);
});

test("setting up says by the field what is wrong, and keeps nothing", async () => {
  const wrong = await setUp({ ...founding, organisation: " ", email: "ada", timeZone: "Mars/Olympus", password: "x", locale: "xx" }, caller);
  expect(fields(wrong)).toMatchObject({ organisation: ["required"], email: ["email"], timeZone: ["time-zone"], locale: [expect.any(String)] });
  expect(fields(await setUp({ ...founding, password: "short" }, caller))).toEqual({ password: ["password-too-short"] });
  expect(fields(await setUp({ ...founding, password: "ada admin 2026" }, caller))).toEqual({ password: ["password-common"] });
  expect([await db.organisation.count(), await db.user.count()]).toEqual([0, 0]);
});

test("an invitation by mail goes to the invited alone, names who invites, and lets in once", async () => {
  const { hr, id } = await invite({ locale: "es" });
  const mails = await carry("person.invited");
  expect(mails).toMatchObject([{ to: "nia@example.org" }]);
  expect(mails[0]?.text).toContain("Content-Language: es");
  const by = await db.user.findUniqueOrThrow({ where: { id: hr.id } });
  expect(mails[0]?.text).toContain(String(by.name));
  const token = linkIn(mails, "invitation");
  expect(await getInvitation(buildVisitor(), token)).toEqual({ name: "Nia New", handle: "nia-new", email: "nia@example.org", locale: "es", invitedBy: by.name });

  const done = await acceptInvitation({ token, ...arrival }, caller);
  expect(await actorBySession(done.ok ? done.value.sessionId : "")).toMatchObject({ id, locale: "pl" });
  expect((await db.user.findUniqueOrThrow({ where: { id } })).joinedAt).not.toBeNull();
  expect(await getInvitation(buildVisitor(), token)).toBeNull();
  expect(await acceptInvitation({ token, ...arrival, password: "another long password of eve" }, caller)).toEqual({ ok: false, why: "invitation-unknown" });
  expect(heard(await enter("nia@example.org"))).toBe("ok");
  expect(heard(await enter("@nia-new"))).toBe("ok");
});

test("an invitation used by two at once lets one in", async () => {
  await invite();
  const token = await mailed();
  const both = await Promise.all(["first of the two passwords", "second of the two passwords"].map((password) => acceptInvitation({ token, ...arrival, password }, caller)));
  expect(both.map(heard).sort()).toEqual(["invitation-unknown", "ok"]);
  expect(await db.event.count({ where: { name: "person.joined" } })).toBe(1);
  expect(await db.session.count()).toBe(1);
});

test("on the way in, what is wrong is said by the field, and the invitation still counts", async () => {
  await invite();
  const token = await mailed();
  expect(fields(await acceptInvitation({ token, ...arrival, name: " ", locale: "tlh" }, caller))).toEqual({ name: ["required"], locale: [expect.any(String)] });
  expect(fields(await acceptInvitation({ token, ...arrival, password: "nia new 2026" }, caller))).toEqual({ password: ["password-common"] });
  expect(fields(await acceptInvitation({ handle: "Ния!", code: "", ...arrival }, caller))).toEqual({ handle: ["handle-letters"], code: ["required"] });
  expect(fields(await acceptInvitation({ ...arrival }, caller))).toMatchObject({ handle: [expect.any(String)], code: [expect.any(String)] });
  expect(heard(await acceptInvitation({ token, ...arrival }, caller))).toBe("ok");
});

test("a code on paper and a handle let in somebody without a mail address, who then signs in by handle", async () => {
  const { id, code, handle } = await invite({ email: "", handle: "line-4" });
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await carry("person.invited")).toEqual([]);
  expect(heard(await acceptInvitation({ handle: "somebody-else", code, ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await acceptInvitation({ handle, code: "0000-0000-0000", ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await acceptInvitation({ token: code, ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await acceptInvitation({ handle: " @Line-4 ", code: code.toLowerCase().replaceAll("-", " "), ...arrival }, caller))).toBe("ok");
  expect(heard(await acceptInvitation({ handle, code, ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await enter("line-4"))).toBe("ok");
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: null, joinedAt: expect.any(Date) });
});

test("who has lost the password and has no mail address gets a new code; it ends their sessions, and the old password is none", async () => {
  const { hr, id, code, handle } = await invite({ email: "" });
  const first = await acceptInvitation({ handle, code, ...arrival }, caller);
  const again = await inviteAgain(hr, { id });
  const next = again.ok ? (again.value.code ?? "") : "";
  expect(next).not.toBe(code);
  expect(heard(await acceptInvitation({ handle, code: next, ...arrival, password: "another long password of nia" }, caller))).toBe("ok");
  expect(await actorBySession(first.ok ? first.value.sessionId : "")).toBeNull();
  expect([heard(await enter(handle)), heard(await enter(handle, "another long password of nia"))]).toEqual(["wrong", "ok"]);
});

test("an invitation lasts two weeks by mail and six by code, and then lets nobody in", async () => {
  const { id } = await invite();
  const token = await mailed();
  const days = async (userId: string) => Math.round(((await db.invitation.findFirstOrThrow({ where: { userId } })).expiresAt.getTime() - Date.now()) / 86_400_000);
  expect(await days(id)).toBe(14);
  const paper = await invite({ email: "", name: "Bo" });
  expect(await days(paper.id)).toBe(42);
  await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await getInvitation(buildVisitor(), token)).toBeNull();
  expect(heard(await acceptInvitation({ token, ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await acceptInvitation({ handle: paper.handle, code: paper.code, ...arrival }, caller))).toBe("invitation-unknown");
});

test("an invitation sent again ends the one before, and after the arrival there is none to send", async () => {
  const { hr, id } = await invite();
  const old = await mailed();
  expect(heard(await inviteAgain(hr, { id }))).toBe("ok");
  const next = await mailed();
  expect(next).not.toBe(old);
  expect(heard(await acceptInvitation({ token: old, ...arrival }, caller))).toBe("invitation-unknown");
  expect(heard(await acceptInvitation({ token: next, ...arrival }, caller))).toBe("ok");
  expect(heard(await inviteAgain(hr, { id }))).toBe("forbidden");
});

test("who has come in by invitation has no older link left that sets a password", async () => {
  const { id } = await invite();
  await askReset({ email: "nia@example.org" }, caller);
  await acceptInvitation({ token: await mailed(), ...arrival }, caller);
  expect(await db.passwordReset.findMany({ where: { userId: id } })).toMatchObject([{ usedAt: expect.any(Date) }]);
});

test("an invitation is revoked by closing the account, or by another mail address", async () => {
  const { hr, id } = await invite();
  const token = await mailed();
  await setEmail(hr, { id, email: "nia.new@example.org" });
  expect(heard(await acceptInvitation({ token, ...arrival }, caller))).toBe("invitation-unknown");
  await inviteAgain(hr, { id });
  const next = await mailed();
  expect(heard(await closeAccount(hr, { id }))).toBe("ok");
  expect(heard(await acceptInvitation({ token: next, ...arrival }, caller))).toBe("invitation-unknown");
  expect(await actorById(id)).toBeNull();
});

test("inviting says by the field what does not fit", async () => {
  const { actors, ids } = await cast();
  const hr = actors["HR admin"];
  const { handle, email } = await db.user.findUniqueOrThrow({ where: { id: ids.colleague } });
  const gone = await db.departure.findUniqueOrThrow({ where: { userId: ids.closed } });
  const closed = await buildUnit({ closedAt: new Date() });
  const wrong = async (over: object) => fields(await invitePerson(hr, { name: "Nia", ...over }));
  expect(await wrong({ name: "" })).toEqual({ name: ["required"] });
  expect(await wrong({ email: email?.toUpperCase() })).toEqual({ email: ["email-taken"] });
  expect(await wrong({ handle })).toEqual({ handle: ["handle-taken"] });
  expect(await wrong({ handle: "hr" })).toEqual({ handle: ["handle-taken"] });
  expect(await wrong({ handle: gone.handle })).toEqual({ handle: ["handle-taken"] });
  expect(await wrong({ unit: closed.code })).toEqual({ unit: ["unit-unknown"] });
  expect(await wrong({ manager: "nobody-here" })).toEqual({ manager: ["person-unknown"] });
  expect(await wrong({ startsOn: "31.03.2026" })).toEqual({ startsOn: ["day"] });
  expect(await db.user.count({ where: { name: "Nia" } })).toBe(0);
});

test("who is invited into a unit is counted there, stands there from the day that was said, and is found by who knows a small letter from a capital", async () => {
  const unit = await buildUnit();
  const { id } = await invite({ unit: unit.code.toLowerCase(), position: "Driver", category: "manager", startsOn: said(from(-3)) });
  expect(await db.position.findMany({ where: { userId: id } })).toMatchObject([{ unitId: unit.id, title: "Driver", category: "MANAGER", startsOn: from(-3), endsOn: null }]);
});

test("many of one name who are invited at once get a handle each, and one address is invited once", async () => {
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  const all = await Promise.all([1, 2, 3, 4].map(() => invitePerson(hr, { name: "Nia New", email: "" })));
  expect(all.map((one) => one.ok && one.value.handle).sort()).toEqual(["nia-new", "nia-new-2", "nia-new-3", "nia-new-4"]);
  const same = await Promise.all([1, 2, 3].map((n) => invitePerson(hr, { name: `Bo ${n}`, email: "bo@example.org" })));
  expect(same.map(heard).sort()).toEqual(["invalid", "invalid", "ok"]);
});

test("signing in answers alike for a wrong password, no account, one without a password, a closed one and an imported author", async () => {
  const { ids } = await cast();
  const at = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).handle;
  await invite();
  await acceptInvitation({ token: await mailed(), ...arrival }, caller);
  const answers = [await enter("nia-new", "not the password at all"), await enter("nobody-here"), await enter(await at(ids.invited)), await enter(await at(ids.closed)), await enter(await at(ids.imported)), await enter("", ""), await signIn({ email: ["x"] }, caller)];
  for (const answer of answers) expect(answer).toEqual({ ok: false, why: "wrong" });
});

test("guessing is slowed down for the account and the address together, and nobody else with them", async () => {
  await invite();
  await acceptInvitation({ token: await mailed(), ...arrival }, caller);
  for (let n = 0; n < 10; n++) expect(heard(await enter("nia-new", "not the password at all"))).toBe("wrong");
  expect(heard(await enter("nia-new"))).toBe("too-many-requests");
  expect(heard(await signIn({ email: "nia-new", password: secret }, { ...caller, address: "192.0.2.99" }))).toBe("ok");
});
