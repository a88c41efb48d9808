import { expect, test } from "vitest";
import { askEmailChange, changePassword, confirmEmail, setEmail } from "@/lib/people/accounts/commands";
import { getEmailChange } from "@/lib/people/accounts/queries";
import { closeAccount } from "@/lib/people/departures/commands";
import { getMyAccount } from "@/lib/people/profiles/queries";
import { askReset, resetPassword } from "@/lib/people/resets/commands";
import { getReset } from "@/lib/people/resets/queries";
import { grantRole, withdrawRole } from "@/lib/people/roles/commands";
import { endOtherSessions, endSession, openSession, signIn } from "@/lib/people/sessions/commands";
import { listMySessions } from "@/lib/people/sessions/queries";
import { makeToken, makeTokenFor, revokeToken } from "@/lib/people/tokens/commands";
import { listMyTokens } from "@/lib/people/tokens/queries";
import type { Actor } from "@/lib/platform/actor";
import { actorBySession, actorByToken } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildPerson, buildSystem, buildVisitor } from "@/tests/support/build";
import { carry, linkIn } from "@/tests/support/carry";
import { race } from "@/tests/support/race";
import { caller, everything, fields, heard, secret, secretHash } from "./cast";

const next = "four lamps on a green barge";
const withPassword = async (over: object = {}) => buildPerson({ passwordHash: await secretHash(), ...over });
const enter = (email: string, password = secret) => signIn({ email, password }, caller);
/** The person as the session that they open proves them. */
const signedIn = async (handle: string, password = secret) => {
  const done = await enter(handle, password);
  const me = await actorBySession(done.ok ? done.value.sessionId : "");
  if (!me) throw new Error(heard(done));
  return me;
};
const alive = async (me: { sessionId: string | null }) => (await actorBySession(me.sessionId ?? "")) !== null;

test("a new password ends every other session and every link, tells the person, and the old one is none", async () => {
  const { id, handle, email } = await withPassword();
  const [here, there] = [await signedIn(handle), await signedIn(handle)];
  await askReset({ email }, caller);
  const link = linkIn(await carry("password.reset-asked"), "reset");
  expect(heard(await changePassword(here, { currentPassword: secret, password: next }))).toBe("ok");
  expect([await alive(here), await alive(there)]).toEqual([true, false]);
  expect(await getReset(buildVisitor(), link)).toBeNull();
  expect([heard(await enter(handle)), heard(await enter(handle, next))]).toEqual(["wrong", "ok"]);
  expect(await carry("password.changed")).toMatchObject([{ to: email }]);
  expect(await db.event.findFirst({ where: { name: "password.changed" } })).toMatchObject({ subjectId: id, payload: {} });
});

test("a password is changed by who knows it, and only to one that is not guessed", async () => {
  const { handle, id } = await withPassword();
  const me = await signedIn(handle);
  const before = await everything();
  const change = (currentPassword: string, password: string) => changePassword(me, { currentPassword, password }).then(fields);
  expect(await change("not the password at all", next)).toEqual({ currentPassword: ["password-wrong"] });
  expect(await change(secret, "short")).toEqual({ password: ["password-too-short"] });
  expect(await change(secret, "password 2026")).toEqual({ password: ["password-common"] });
  expect(await change(secret, handle)).toEqual({ password: ["password-common"] });
  expect(await change("", "")).toEqual({ currentPassword: ["required"], password: ["required"] });
  expect(await everything()).toBe(before);
  for (let n = 0; n < 8; n++) await change("not the password at all", next);
  expect(heard(await changePassword(await actorOf(id), { currentPassword: secret, password: next }))).toBe("too-many-requests");
});

test("a forgotten password is set anew by the mailed link, once; every session before it ends", async () => {
  const { id, handle, email } = await withPassword({ locale: "ru" });
  const before = await signedIn(handle);
  expect(heard(await askReset({ email: email?.toUpperCase() }, caller))).toBe("ok");
  const mails = await carry("password.reset-asked");
  expect(mails).toMatchObject([{ to: email }]);
  expect(mails[0]?.text).toContain("Content-Language: ru");
  const token = linkIn(mails, "reset");
  expect(await getReset(buildVisitor(), token)).toMatchObject({ handle });
  expect(await getReset(await actorOf(id), token)).toBeNull();
  expect(fields(await resetPassword({ token, password: "short" }, caller))).toEqual({ password: ["password-too-short"] });
  const done = await resetPassword({ token, password: next }, caller);
  expect(await actorBySession(done.ok ? done.value.sessionId : "")).toMatchObject({ id });
  expect(await alive(before)).toBe(false);
  expect(await resetPassword({ token, password: secret }, caller)).toEqual({ ok: false, why: "not-found" });
  expect(heard(await enter(handle, next))).toBe("ok");
  expect(await carry("password.reset")).toMatchObject([{ to: email }]);
});

test("one link used ends the others, an old one is none, and two at once set one password", async () => {
  const { id, email } = await withPassword();
  const links: string[] = [];
  for (let n = 0; n < 3; n++) {
    await askReset({ email }, caller);
    links.push(linkIn(await carry("password.reset-asked"), "reset"));
  }
  const late = links[2] ?? "";
  const both = await Promise.all([resetPassword({ token: links[0], password: next }, caller), resetPassword({ token: links[0], password: "three kites over a wet roof" }, caller)]);
  expect(both.map(heard).sort()).toEqual(["not-found", "ok"]);
  expect(heard(await resetPassword({ token: links[1], password: secret }, caller))).toBe("not-found");
  await db.passwordReset.updateMany({ where: { userId: id }, data: { usedAt: null, expiresAt: new Date(Date.now() - 1000) } });
  expect(heard(await resetPassword({ token: late, password: secret }, caller))).toBe("not-found");
});

test("asking for a link says the same of an address without an account, and mails nobody", async () => {
  expect(await askReset({ email: "nobody@example.org" }, caller)).toEqual({ ok: true, value: {} });
  expect(fields(await askReset({ email: "no address" }, caller))).toEqual({ email: ["email"] });
  expect(await db.event.count()).toBe(0);
});

test("a new mail address counts once its mail was read: both addresses hear of it, and only the new one gets the link", async () => {
  const { id, handle, email: old } = await withPassword();
  const me = await signedIn(handle);
  expect(heard(await askEmailChange(me, { email: "Next@Example.org", currentPassword: secret }))).toBe("ok");
  const mails = await carry("email.change-asked");
  expect(mails.map(({ to }) => to).sort()).toEqual(["next@example.org", String(old)].sort());
  const token = linkIn(mails, "settings/email");
  expect(mails.filter(({ text }) => text.includes(token)).map(({ to }) => to)).toEqual(["next@example.org"]);
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: old });
  expect(await getMyAccount(me)).toMatchObject({ email: old, emailChanges: [{ email: "next@example.org" }] });

  const other = await buildActor();
  expect([await getEmailChange(me, token), await getEmailChange(other, token)]).toEqual([{ email: "next@example.org" }, null]);
  expect(heard(await confirmEmail(other, { token }))).toBe("not-found");
  expect(heard(await confirmEmail(me, { token }))).toBe("ok");
  expect(heard(await confirmEmail(me, { token }))).toBe("not-found");
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: "next@example.org" });
  expect((await carry("email.changed")).map(({ to }) => to).sort()).toEqual(["next@example.org", String(old)].sort());
  expect([heard(await enter(String(old))), heard(await enter("next@example.org"))]).toEqual(["wrong", "ok"]);
});

test("a mail address that somebody took meanwhile, that is too late, or that was asked for before another, is not taken", async () => {
  const { id, handle } = await withPassword();
  const me = await signedIn(handle);
  const ask = async (email: string) => {
    await askEmailChange(me, { email, currentPassword: secret });
    return linkIn(await carry("email.change-asked"), "settings/email");
  };
  const first = await ask("one@example.org");
  const second = await ask("two@example.org");
  expect(heard(await confirmEmail(me, { token: first }))).toBe("not-found");
  await buildPerson({ email: "two@example.org" });
  expect(heard(await confirmEmail(me, { token: second }))).toBe("email-taken");
  expect(await db.emailChange.findFirst({ where: { userId: id } })).toMatchObject({ usedAt: null });
  const third = await ask("three@example.org");
  await db.emailChange.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(heard(await confirmEmail(me, { token: third }))).toBe("not-found");
  const { email } = await db.user.findUniqueOrThrow({ where: { id } });
  const wrong = (said: object) => askEmailChange(me, { email: "four@example.org", currentPassword: secret, ...said }).then(fields);
  expect(await wrong({ email })).toEqual({ email: ["email-same"] });
  expect(await wrong({ email: "two@example.org" })).toEqual({ email: ["email-taken"] });
  expect(await wrong({ currentPassword: "not the password at all" })).toEqual({ currentPassword: ["password-wrong"] });
});

test("an address set by HR tells both addresses, and links sent to the old one count no more", async () => {
  const { id, handle, email } = await withPassword();
  const me = await signedIn(handle);
  await askReset({ email }, caller);
  const reset = linkIn(await carry("password.reset-asked"), "reset");
  await askEmailChange(me, { email: "mine@example.org", currentPassword: secret });
  const change = linkIn(await carry("email.change-asked"), "settings/email");
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  expect(heard(await setEmail(hr, { id, email: "right@example.org" }))).toBe("ok");
  expect((await carry("email.set")).map(({ to }) => to).sort()).toEqual(["right@example.org", String(email)].sort());
  expect([await getReset(buildVisitor(), reset), await getEmailChange(me, change)]).toEqual([null, null]);
  expect(heard(await setEmail(hr, { id, email: "" }))).toBe("ok");
  expect(await db.user.findUnique({ where: { id } })).toMatchObject({ email: null });
  expect((await carry("email.set")).at(-1)).toMatchObject({ to: "right@example.org" });
});

test("sessions are listed, ended one by one and all but one's own, and count no more from then on", async () => {
  const { handle } = await withPassword();
  const [here, there, elsewhere] = [await signedIn(handle), await signedIn(handle), await signedIn(handle)];
  expect(await listMySessions(here, new Date())).toHaveLength(3);
  await endSession(here, { sessionId: there.sessionId });
  expect([await alive(here), await alive(there), await alive(elsewhere)]).toEqual([true, false, true]);
  expect(heard(await endSession(here, { sessionId: there.sessionId }))).toBe("not-found");
  await endOtherSessions(here, {});
  expect([await alive(here), await alive(elsewhere)]).toEqual([true, false]);
  expect((await listMySessions(here, new Date())).map(({ id }) => id)).toEqual([here.sessionId]);
  await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await alive(here)).toBe(false);
});

test("a role given or taken ends the person's sessions, so that the next one has it", async () => {
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const { id, handle } = await withPassword();
  const before = await signedIn(handle);
  expect(heard(await grantRole(administrator, { id, role: "hr-admin" }))).toBe("ok");
  expect(await alive(before)).toBe(false);
  const hr = await signedIn(handle);
  expect(hr.roles).toEqual(["HR_ADMIN"]);
  expect(heard(await withdrawRole(administrator, { id, role: "hr-admin" }))).toBe("ok");
  expect(await alive(hr)).toBe(false);
  expect((await signedIn(handle)).roles).toEqual([]);
  expect(await db.event.findMany({ where: { name: { startsWith: "role." } }, orderBy: { id: "asc" } })).toMatchObject([{ payload: { role: "hr-admin" } }, { payload: { role: "hr-admin" } }]);
});

test("the last administrator stays one, and somebody who has only been invited is none yet", async () => {
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const invited = await buildPerson({ joinedAt: null });
  const drop = (actor: Actor) => withdrawRole(actor, { id: actor.id, role: "administrator" }).then(heard);
  expect(await drop(administrator)).toBe("last-administrator");
  expect(heard(await grantRole(administrator, { id: invited.id, role: "administrator" }))).toBe("ok");
  expect(await drop(administrator)).toBe("last-administrator");
  expect(heard(await closeAccount(buildSystem(), { id: administrator.id }))).toBe("last-administrator");
  expect(heard(await closeAccount(administrator, { id: invited.id }))).toBe("ok");
  const second = await buildPerson();
  await grantRole(administrator, { id: second.id, role: "administrator" });
  expect(await drop(administrator)).toBe("ok");
  expect(heard(await closeAccount(buildSystem(), { id: second.id }))).toBe("last-administrator");
  expect(await db.roleGrant.findMany({ where: { role: "ADMINISTRATOR" } })).toMatchObject([{ userId: second.id }]);
});

test("of two last administrators who take the role from each other, or close each other, at once, one stays", async () => {
  for (const go of [(actor: Actor, id: string) => withdrawRole(actor, { id, role: "administrator" }), (actor: Actor, id: string) => closeAccount(actor, { id })]) {
    await db.roleGrant.deleteMany();
    const [one, two] = [await buildActor({ roles: ["ADMINISTRATOR"] }), await buildActor({ roles: ["ADMINISTRATOR"] })];
    const both = await Promise.all([go(one, two.id), go(two, one.id)].map((result) => result.then(heard)));
    expect(both.sort()).toEqual(["last-administrator", "ok"]);
    expect(await db.roleGrant.count({ where: { role: "ADMINISTRATOR" } })).toBe(1);
  }
});

test("a token acts as its owner until it is revoked or its owner is gone", async () => {
  const me = await buildActor({ roles: ["HR_ADMIN"] });
  const made = await makeToken(me, { name: "  nightly  " });
  const token = made.ok ? made.value.token : "";
  expect(token).toMatch(/^sw_[\w-]{27}$/);
  expect(await actorByToken(token)).toMatchObject({ id: me.id, roles: ["HR_ADMIN"], sessionId: null });
  expect(await actorByToken(`${token}x`)).toBeNull();
  expect(await listMyTokens(me)).toMatchObject([{ name: "nightly" }]);
  expect(await listMyTokens(await buildActor({ roles: ["ADMINISTRATOR"] }))).toEqual([]);
  expect(heard(await revokeToken(me, { id: made.ok ? made.value.id : "" }))).toBe("ok");
  expect(await actorByToken(token)).toBeNull();
  expect(await listMyTokens(me)).toEqual([]);
  expect(heard(await revokeToken(me, { id: made.ok ? made.value.id : "" }))).toBe("not-found");

  const second = await makeToken(me, { name: "weekly" });
  await closeAccount(buildSystem(), { id: me.id });
  expect(await actorByToken(second.ok ? second.value.token : "")).toBeNull();
  await db.apiToken.updateMany({ where: { userId: me.id }, data: { revokedAt: null } });
  expect(await actorByToken(second.ok ? second.value.token : "")).toBeNull();
});

test("a token made by whoever runs the machine tells the person whose it is, without the token", async () => {
  const person = await buildPerson();
  const made = await makeTokenFor(buildSystem(), { userId: person.id, name: "reports" });
  const mails = await carry("token.made-for");
  expect(mails).toMatchObject([{ to: person.email }]);
  expect(mails[0]?.text).toContain("reports");
  expect(mails[0]?.text).not.toContain(made.ok ? made.value.token : "sw_");
});

test("the fifty-first token is refused, and a token is shown once: the same form again is no second one", async () => {
  const me = await buildActor();
  const once = await makeToken(me, { name: "first" }, { key: "form-1" });
  expect([heard(once), heard(await makeToken(me, { name: "first" }, { key: "form-1" }))]).toEqual(["ok", "conflict"]);
  await db.apiToken.createMany({ data: Array.from({ length: 49 }, (_, n) => ({ userId: me.id, name: `t${n}`, tokenHash: `${me.id}${n}` })) });
  expect(heard(await makeToken(me, { name: "one more" }))).toBe("too-many-tokens");
  expect(fields(await makeToken(me, { name: " " }))).toEqual({ name: ["required"] });
});

test("a session that opens while the password changes, or the account closes, does not outlive it", async () => {
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  const ends = {
    password: (actor: Actor) => changePassword(actor, { currentPassword: secret, password: next }),
    closing: ({ id }: Actor) => closeAccount(hr, { id }),
  };
  for (const end of Object.values(ends)) {
    const { id, passwordHash } = await withPassword();
    const me = await actorOf(id);
    await race<unknown>({ table: "User", id }, [() => end(me), () => openSession(buildVisitor(), { userId: id, passwordHash, userAgent: "" })]);
    expect(await db.session.count({ where: { userId: id, endedAt: null } })).toBe(0);
  }
});
