import { expect, test } from "vitest";
import { askEmailChange, changePassword, confirmEmail } from "@/lib/people/accounts/commands";
import { importPeople } from "@/lib/people/imports/commands";
import { acceptInvitation, inviteAgain, invitePerson } from "@/lib/people/invitations/commands";
import { setUp } from "@/lib/people/organisation/commands";
import { askReset, resetPassword } from "@/lib/people/resets/commands";
import { grantRole } from "@/lib/people/roles/commands";
import { signIn } from "@/lib/people/sessions/commands";
import { makeToken, makeTokenFor } from "@/lib/people/tokens/commands";
import { actorBySession, actorByToken } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { normaliseCode } from "@/lib/platform/token";
import { actorOf, buildSystem } from "@/tests/support/build";
import { carry, linkIn, type Mail } from "@/tests/support/carry";
import { wholeDatabase } from "@/tests/support/whole-database";
import { caller, heard } from "./cast";

const passwords = ["the first of seven lamps", "the second of seven lamps", "the third of seven lamps", "the fourth of seven lamps", "the fifth of seven lamps", "a guess that was wrong"];

/** Which of the secrets stand in any row of any table, or in mails to anybody but whom they are for. */
const leaked = async (secrets: Record<string, string>, mails: Mail[]) => {
  const rows = await wholeDatabase();
  const stored = Object.entries(secrets).flatMap(([name, secret]) => rows.filter(({ text }) => text.includes(secret)).map((row) => `${name} in ${row.name}`));
  const sent = Object.entries(secrets).flatMap(([name, secret]) => {
    const [, to] = name.split(" to ");
    return mails.filter((mail) => mail.text.includes(secret) && mail.to !== to).map((mail) => `${name} in a mail to ${mail.to}`);
  });
  return [...stored, ...sent];
};

test("after everything that people do at the door and in their settings, no password, link, code or token stands anywhere but with whom it is for", async () => {
  const secrets: Record<string, string> = Object.fromEntries(passwords.map((password, n) => [`password ${n}`, password]));
  const [first = "", second = "", third = "", fourth = "", fifth = "", wrong = ""] = passwords;

  const founded = await setUp({ organisation: "The Library", locale: "en", timeZone: "Europe/Stockholm", name: "Ada Admin", email: "ada@example.org", password: first }, caller);
  const ada = await actorBySession(founded.ok ? founded.value.sessionId : "");
  if (!ada) throw new Error(heard(founded));
  await signIn({ email: "ada@example.org", password: wrong }, caller);
  await signIn({ email: "ada@example.org", password: first }, caller);

  // By mail, and again under the same key of the same form.
  const invitation = { name: "Nia New", email: "nia@example.org" };
  await invitePerson(ada, invitation, { key: "form-1" });
  await invitePerson(ada, invitation, { key: "form-1" });
  secrets["invitation to nia@example.org"] = linkIn(await carry("person.invited"), "invitation");
  await acceptInvitation({ token: secrets["invitation to nia@example.org"], name: "Nia", password: "short", locale: "en" }, caller);
  const arrived = await acceptInvitation({ token: secrets["invitation to nia@example.org"], name: "Nia New", password: second, locale: "en" }, caller);
  const nia = await actorBySession(arrived.ok ? arrived.value.sessionId : "");
  if (!nia) throw new Error(heard(arrived));

  // By code, once more by code.
  const paper = await invitePerson(ada, { name: "Bo Bus" }, { key: "form-2" });
  const again = await inviteAgain(ada, { id: paper.ok ? paper.value.id : "" }, { key: "form-3" });
  for (const [name, done] of [["code", paper], ["second code", again]] as const) {
    const code = (done.ok && done.value.code) || "no code";
    secrets[name] = code;
    secrets[`${name} as it is hashed`] = normaliseCode(code) ?? "";
  }
  await acceptInvitation({ handle: "bo-bus", code: secrets["second code"], name: "Bo Bus", password: third, locale: "en" }, caller);

  await askReset({ email: "nia@example.org" }, caller);
  secrets["reset to nia@example.org"] = linkIn(await carry("password.reset-asked"), "reset");
  const reset = await resetPassword({ token: secrets["reset to nia@example.org"], password: fourth }, caller);
  expect(heard(reset)).toBe("ok");
  const me = await actorOf(nia.id);
  expect(heard(await changePassword(me, { currentPassword: fourth, password: fifth }))).toBe("ok");
  await changePassword(me, { currentPassword: wrong, password: fifth });

  await askEmailChange(me, { email: "nia.new@example.org", currentPassword: fifth });
  secrets["change to nia.new@example.org"] = linkIn(await carry("email.change-asked"), "settings/email");
  expect(heard(await confirmEmail(me, { token: secrets["change to nia.new@example.org"] }))).toBe("ok");

  const made = await makeToken(me, { name: "nightly" }, { key: "form-4" });
  await makeToken(me, { name: "nightly" }, { key: "form-4" });
  const madeFor = await makeTokenFor(buildSystem(), { userId: me.id, name: "reports" });
  for (const [name, done] of [["token", made], ["token made for", madeFor]] as const) {
    secrets[name] = done.ok ? done.value.token : "";
    expect(await actorByToken(secrets[name])).toMatchObject({ id: me.id });
  }
  await grantRole(ada, { id: nia.id, role: "hr-admin" });
  await importPeople(ada, { csv: "email,name\ncy@example.org,Cy\n", invite: true });

  const mails = await carry();
  secrets["second invitation to cy@example.org"] = linkIn(mails.filter(({ to }) => to === "cy@example.org"), "invitation");
  expect(Object.values(secrets).every((secret) => secret.length > 11)).toBe(true);
  expect(Object.keys(secrets)).toHaveLength(16);
  expect(await db.idempotencyKey.count()).toBe(4);
  expect(await leaked(secrets, mails)).toEqual([]);
});

test("what is looked for would be found", async () => {
  await db.event.create({ data: { name: "x", subjectId: "0190a1b2-0000-7000-8000-000000000000", payload: { token: "sw_0123456789" } } });
  const mail = { event: "x", to: "eve@example.org", subject: "", text: "sw_0123456789" };
  expect(await leaked({ "token to ada@example.org": "sw_0123456789" }, [mail, { ...mail, to: "ada@example.org" }])).toEqual(["token to ada@example.org in Event", "token to ada@example.org in a mail to eve@example.org"]);
});
