import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeAddress, revokeAddress } from "@/lib/feeds/addresses/commands";
import { addAbsence, endAbsence } from "@/lib/people/absences/commands";
import { askEmailChange, changePassword, confirmEmail } from "@/lib/people/accounts/commands";
import { askErasure, withdrawErasure } from "@/lib/people/departures/commands";
import { importPeople, importUnits } from "@/lib/people/imports/commands";
import { invitePerson } from "@/lib/people/invitations/commands";
import { chooseTaste, editProfile } from "@/lib/people/profiles/commands";
import { endOtherSessions, endSession, openSession } from "@/lib/people/sessions/commands";
import { makeToken, revokeToken } from "@/lib/people/tokens/commands";
import { addUnit, closeUnit, editUnit, moveUnit, reopenUnit } from "@/lib/people/units/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { hashToken } from "@/lib/platform/token";
import { buildUnit, cast, everything, from, heard, lastEvent, type Role, roles, said, secret, secretHash } from "./cast";

/** What each may have of their own, and what a colleague and somebody else's would be. `null`: nothing of the kind can be theirs. */
const belongings = async (userId: string | null) => {
  const owner = userId ?? (await db.user.findFirstOrThrow({ where: { email: { not: null } } })).id;
  const [absence, session, token, address] = await Promise.all([
    db.absence.create({ data: { userId: owner, startsOn: from(40), endsOn: from(41) } }),
    db.session.create({ data: { userId: owner, expiresAt: from(3) } }),
    db.apiToken.create({ data: { userId: owner, name: "mine", tokenHash: randomUUID() } }),
    db.privateAddress.create({ data: { userId: owner, path: "/calendar/me.ics", keyHash: randomUUID() } }),
  ]);
  return { absence: absence.id, session: session.id, token: token.id, address: address.id };
};
type Things = Awaited<ReturnType<typeof belongings>>;

type Run = (actor: Actor, own: Things, others: Things) => Promise<{ ok: boolean; why?: string }>;
type Row = { event: string | null; run: Run; visitor: string; person: string; system: string };
const nobody = { visitor: "forbidden", system: "forbidden" };
const unseen = { visitor: "not-found", system: "not-found" };

const profile = { version: 1, name: "New Name", handle: "new-name", position: "Reader", about: "", knows: "maps", wants: "", languages: ["en"] };

const mine: Record<string, Row> = {
  "editing the profile": { event: "profile.edited", run: (actor) => editProfile(actor, profile), ...unseen, person: "ok" },
  "choosing how the portal looks": { event: null, run: (actor) => chooseTaste(actor, { locale: "sv", theme: "dark" }), ...nobody, person: "ok" },
  "being away": { event: "absence.added", run: (actor) => addAbsence(actor, { startsOn: said(from(3)), endsOn: said(from(9)) }), ...nobody, person: "ok" },
  "ending one's own absence": { event: "absence.ended", run: (actor, own) => endAbsence(actor, { id: own.absence }), ...unseen, person: "ok" },
  "ending somebody's absence": { event: "absence.ended", run: (actor, _own, others) => endAbsence(actor, { id: others.absence }), ...unseen, person: "not-found" },
  "making a token": { event: "token.made", run: (actor) => makeToken(actor, { name: "nightly" }), ...nobody, person: "ok" },
  "revoking one's own token": { event: "token.revoked", run: (actor, own) => revokeToken(actor, { id: own.token }), ...unseen, person: "ok" },
  "revoking somebody's token": { event: "token.revoked", run: (actor, _own, others) => revokeToken(actor, { id: others.token }), ...unseen, person: "not-found" },
  "making a private address": { event: "address.made", run: (actor) => makeAddress(actor, { path: "/calendar/me.ics" }), ...nobody, person: "ok" },
  "revoking one's own address": { event: "address.revoked", run: (actor, own) => revokeAddress(actor, { id: own.address }), ...unseen, person: "ok" },
  "revoking somebody's address": { event: "address.revoked", run: (actor, _own, others) => revokeAddress(actor, { id: others.address }), ...unseen, person: "not-found" },
  "ending one's own session": { event: "session.ended", run: (actor, own) => endSession(actor, { sessionId: own.session }), ...unseen, person: "ok" },
  "ending somebody's session": { event: "session.ended", run: (actor, _own, others) => endSession(actor, { sessionId: others.session }), ...unseen, person: "not-found" },
  "ending all other sessions": { event: "session.others-ended", run: (actor) => endOtherSessions(actor, {}), ...nobody, person: "ok" },
  "asking to be forgotten": { event: "erasure.asked", run: (actor) => askErasure(actor, {}), ...nobody, person: "ok" },
  "asking no more": { event: "erasure.withdrawn", run: (actor) => withdrawErasure(actor, {}), ...unseen, person: "not-found" },
  "changing the password": { event: "password.changed", run: (actor) => changePassword(actor, { currentPassword: secret, password: "four lamps on a green barge" }), visitor: "invalid", system: "invalid", person: "ok" },
  "asking for another mail address": { event: "email.change-asked", run: (actor) => askEmailChange(actor, { email: "other@example.org", currentPassword: secret }), visitor: "invalid", system: "invalid", person: "ok" },
  "confirming somebody's mail address": { event: "email.changed", run: (actor) => confirmEmail(actor, { token: "a link that went to a colleague" }), ...unseen, person: "not-found" },
};

const kind = (role: Role) => (role === "visitor" || role === "system" ? role : "person");

describe.each(Object.entries(mine))("%s", (_what, { event, run, ...row }) => {
  test("by each", async () => {
    const { actors, ids } = await cast();
    await db.user.updateMany({ where: { closedAt: null, email: { not: null } }, data: { passwordHash: await secretHash() } });
    await db.emailChange.create({ data: { tokenHash: hashToken("a link that went to a colleague"), userId: ids.colleague, email: "wished@example.org", expiresAt: from(1) } });
    const others = await belongings(ids.colleague);
    for (const role of roles) {
      const actor = actors[role];
      const own = await belongings(actor.kind === "person" ? actor.id : null);
      const [before, events] = [await everything(), await db.event.count()];
      const result = await run(actor, own, others);
      expect(`${role}: ${heard(result)}`).toBe(`${role}: ${row[kind(role)]}`);
      if (result.ok) {
        expect(await db.event.count()).toBe(events + (event ? 1 : 0));
        if (event) expect(await lastEvent()).toMatchObject({ name: event, actorId: actor.id, communityId: null });
      } else expect(await everything()).toBe(before);
      if (event === "profile.edited") await db.user.updateMany({ where: { handle: "new-name" }, data: { handle: `renamed-${randomUUID().slice(0, 8)}` } });
    }
  });
});

type UnitRun = (actor: Actor, id: string, on: { open: string; code: string }) => Promise<{ ok: boolean; why?: string }>;
const staff = { visitor: "not-found not-found not-found", colleague: "forbidden not-found not-found", head: "forbidden not-found not-found" };
const hands = (outcome: string) => ({ ...staff, "HR admin": outcome, administrator: outcome, system: outcome });

/** What each hears of a unit that is open, closed, and none. */
const unitTables: Record<string, { event: string; run: UnitRun } & Record<Role, string>> = {
  "editing a unit": { event: "unit.edited", run: (actor, id) => editUnit(actor, { id, version: 1, code: `E-${id.slice(-6)}`, name: "Maps", satellite: "on" }), ...hands("ok ok not-found") },
  "moving a unit": { event: "unit.moved", run: (actor, id, { code }) => moveUnit(actor, { id, version: 1, parent: code }), ...hands("ok ok not-found") },
  "closing a unit": { event: "unit.closed", run: (actor, id) => closeUnit(actor, { id }), ...hands("ok closed-already not-found") },
  "opening a unit again": { event: "unit.reopened", run: (actor, id) => reopenUnit(actor, { id }), ...hands("open-already ok not-found") },
};

describe.each(Object.entries(unitTables))("%s", (_what, { event, run, ...row }) => {
  test("by each", async () => {
    const { actors, unit } = await cast();
    for (const role of roles) {
      const [open, closed] = [await buildUnit(), await buildUnit({ closedAt: new Date() })];
      for (const [at, id] of [open.id, closed.id, randomUUID()].entries()) {
        const [before, events] = [await everything(), await db.event.count()];
        const result = await run(actors[role], id, { open: open.id, code: unit.code });
        expect(`${role} ${at}: ${heard(result)}`).toBe(`${role} ${at}: ${row[role].split(" ")[at]}`);
        if (result.ok) expect([await db.event.count(), (await lastEvent())?.name]).toEqual([events + 1, event]);
        else expect(await everything()).toBe(before);
      }
    }
  });
});

const notTheirs = { visitor: "forbidden", colleague: "forbidden", head: "forbidden" };
const gates: Record<string, { event: string; events: number; run: (actor: Actor, n: number) => Promise<{ ok: boolean; why?: string }> } & Record<Role, string>> = {
  inviting: { event: "person.invited", events: 1, run: (actor, n) => invitePerson(actor, { name: "Nia New", email: `nia${n}@example.org` }), ...notTheirs, "HR admin": "ok", administrator: "ok", system: "ok" },
  "adding a unit": { event: "unit.added", events: 1, run: (actor, n) => addUnit(actor, { code: `new-${n}`, name: "New" }), ...notTheirs, "HR admin": "ok", administrator: "ok", system: "ok" },
  "importing people": { event: "import.people", events: 2, run: (actor, n) => importPeople(actor, { csv: `email,name\nnia${n}@example.org,Nia` }), ...notTheirs, "HR admin": "ok", administrator: "ok", system: "ok" },
  "importing units": { event: "import.units", events: 2, run: (actor, n) => importUnits(actor, { csv: `code,name\nNEW-${n},New` }), ...notTheirs, "HR admin": "ok", administrator: "ok", system: "ok" },
};

describe.each(Object.entries(gates))("%s", (_what, { event, events: told, run, ...row }) => {
  test("by each", async () => {
    const { actors } = await cast();
    for (const [n, role] of roles.entries()) {
      const [before, events] = [await everything(), await db.event.count()];
      const result = await run(actors[role], n);
      expect(`${role}: ${heard(result)}`).toBe(`${role}: ${row[role]}`);
      if (result.ok) expect([await db.event.count(), (await lastEvent())?.name]).toEqual([events + told, event]);
      else expect(await everything()).toBe(before);
    }
  });
});

test("only somebody at the door is let in, only to an account that is open and with the password that was checked", async () => {
  const { actors, ids } = await cast();
  await db.user.update({ where: { id: ids.colleague }, data: { passwordHash: "p" } });
  const open = (actor: Actor, userId: string, passwordHash: string | null) => openSession(actor, { userId, passwordHash, userAgent: "" }).then(heard);
  for (const role of roles) expect(`${role}: ${await open(actors[role], ids.colleague, "p")}`).toBe(`${role}: ${role === "visitor" ? "ok" : "forbidden"}`);
  expect(await open(actors.visitor, ids.colleague, "q")).toBe("not-found");
  for (const target of ["closed", "erased", "missing"] as const) expect(await open(actors.visitor, ids[target], null)).toBe("not-found");
});
