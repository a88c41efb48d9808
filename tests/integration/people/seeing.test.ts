import fc from "fast-check";
import { expect, test } from "vitest";
import { getAccount, getEmailChange, getOwnAccount, listAccounts } from "@/lib/people/accounts/queries";
import { ListAccounts } from "@/lib/people/accounts/schema";
import { listMyAbsences } from "@/lib/people/absences/queries";
import { listAudit } from "@/lib/people/audit/queries";
import { audited, auditedInside } from "@/lib/people/audit/rules";
import { auditSubjects, ListAudit } from "@/lib/people/audit/schema";
import { authorsSeenBy, authorsSeenBySql } from "@/lib/people/authors/policy";
import { getErasureRequest, getMyData } from "@/lib/people/exports/queries";
import { findInvitation, getInvitation } from "@/lib/people/invitations/queries";
import { getInstallation } from "@/lib/people/organisation/queries";
import { peopleManagedBy, peopleManagedBySql, peopleSeenBy, peopleSeenBySql, profilesSeenBy, profilesSeenBySql } from "@/lib/people/policy";
import { listPositions } from "@/lib/people/positions/queries";
import { getMyAccount, getMyProfile } from "@/lib/people/profiles/queries";
import { getPerson, getPersonSummary, listPeople, listPeopleForCompletion, listPersonCommunities, listPersonPosts } from "@/lib/people/queries";
import { findAddressee, getReset } from "@/lib/people/resets/queries";
import { ListPeople } from "@/lib/people/schema";
import { findAccount, getDoor, listMySessions } from "@/lib/people/sessions/queries";
import { listMyTokens } from "@/lib/people/tokens/queries";
import { listUnitChoices, listUnits } from "@/lib/people/units/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { hashToken } from "@/lib/platform/token";
import { buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply, buildSystem, buildVisitor } from "@/tests/support/build";
import { buildUnit, cast, type Cast, from, type Role, roles, type Target } from "./cast";

const all = ListPeople.parse({});
const accounts = ListAccounts.parse({ limit: 100 });
const left = ListAccounts.parse({ limit: 100, state: "left" });
const shown: Exclude<Target, "self">[] = ["colleague", "invited", "paper", "closed", "erased", "imported", "hr", "admin", "missing"];

const handles = async (on: Cast) => new Map((await db.user.findMany({ where: { id: { in: Object.values(on.ids) } }, select: { id: true, handle: true } })).map(({ id, handle }) => [id, handle]));
const ids = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id));

/** Through which doors each sees somebody: d the directory, p their page, s a summary, m offered for a mention, a the accounts, h where they were when. */
const doorsTo = async (actor: Actor, on: Cast) => {
  const known = await handles(on);
  const directory = ids((await listPeople(actor, { ...all, limit: 100 })).items);
  const managed = ids([...(await listAccounts(actor, accounts)).items, ...(await listAccounts(actor, left)).items]);
  const through = async (target: Exclude<Target, "self">) => {
    const id = on.ids[target];
    const handle = known.get(id) ?? "nobody-of-that-name";
    const doors = {
      d: directory.has(id),
      p: (await getPerson(actor, handle)) !== null,
      s: (await getPersonSummary(actor, handle)) !== null,
      m: (await listPeopleForCompletion(actor, handle)).some((one) => one.id === id),
      a: managed.has(id) && (await getAccount(actor, id)) !== null,
      h: (await listPositions(actor, id)).length > 0,
    };
    return Object.entries(doors).filter(([, open]) => open).map(([door]) => door).join("") || "-";
  };
  const seen: string[] = [];
  for (const target of shown) seen.push(await through(target));
  return seen.join(" ");
};

const asColleague = "dpsm dps dpsm - - ps dpsm dpsm -";
const asManager = "dpsmah dpsah dpsmah ah ah ps dpsmah dpsmah -";
/** Target by target, in the order of `shown`. */
const sight: Record<Role, string> = { visitor: "- - - - - - - - -", colleague: asColleague, head: asColleague, "HR admin": asManager, administrator: asManager, system: asManager };

test.each(roles)("whom a %s sees, and how", async (role) => {
  const on = await cast();
  for (const target of shown) if (target !== "missing") await db.position.create({ data: { userId: on.ids[target], unitId: on.unit.id, title: "Librarian", category: "STAFF", startsOn: from(-9), endsOn: from(-8) } });
  expect(await doorsTo(on.actors[role], on)).toBe(sight[role]);
});

test("mail addresses are for who looks after accounts, and each one's own", async () => {
  const on = await cast();
  const { email, handle } = await db.user.findUniqueOrThrow({ where: { id: on.ids.colleague } });
  const sees = async (actor: Actor) => JSON.stringify([await listPeople(actor, { ...all, limit: 100 }), await getPerson(actor, handle), await getPersonSummary(actor, handle), await listPeopleForCompletion(actor, handle), await listUnits(actor), await getDoor(actor)]).includes("@");
  for (const role of roles) expect(`${role} ${await sees(on.actors[role])}`).toBe(`${role} false`);
  const listed = async (actor: Actor) => (await listAccounts(actor, accounts)).items.some((one) => one.email === email);
  for (const role of roles) expect(`${role} ${await listed(on.actors[role])}`).toBe(`${role} ${["HR admin", "administrator", "system"].includes(role)}`);
  expect((await listPeople(on.actors.colleague, { ...all, q: email ?? "" })).items).toEqual([]);
});

test("sessions, tokens, absences, mail changes, wishes and data are each one's own, whatever the role", async () => {
  const on = await cast();
  const userId = on.ids.colleague;
  await db.session.create({ data: { userId, expiresAt: from(3), userAgent: "theirs" } });
  await db.apiToken.create({ data: { userId, name: "theirs", tokenHash: "t" } });
  await db.absence.create({ data: { userId, startsOn: from(-1), endsOn: from(3) } });
  await db.emailChange.create({ data: { userId, tokenHash: hashToken("link"), email: "theirs@example.org", expiresAt: from(1) } });
  await db.erasureRequest.create({ data: { userId } });
  for (const role of roles) {
    const actor = on.actors[role];
    expect([role, await listMySessions(actor, new Date()), await listMyTokens(actor), await listMyAbsences(actor, from(0)), await getEmailChange(actor, "link"), await getErasureRequest(actor)]).toEqual([role, [], [], [], null, null]);
    expect([(await getMyData(actor))?.person.id, (await getMyProfile(actor))?.handle !== undefined, (await getMyAccount(actor)) !== null, (await getOwnAccount(actor)) !== null]).toEqual(actor.kind === "person" ? [actor.id, true, true, true] : [undefined, false, false, false]);
  }
});

test("what stands behind a link or a code is told to whoever holds it, and what an account is checked against to the door alone", async () => {
  const on = await cast();
  await db.invitation.create({ data: { userId: on.ids.invited, tokenHash: hashToken("mailed"), expiresAt: from(3) } });
  await db.passwordReset.create({ data: { userId: on.ids.colleague, tokenHash: hashToken("reset"), expiresAt: from(3) } });
  const { email, handle } = await db.user.findUniqueOrThrow({ where: { id: on.ids.colleague } });
  for (const role of roles) {
    const actor = on.actors[role];
    const door = role === "visitor";
    expect([role, (await getReset(actor, "reset")) !== null, (await findAccount(actor, handle)) !== null, (await findAddressee(actor, email ?? "")) !== null]).toEqual([role, door, door, door]);
    expect([await getInvitation(actor, "guess"), await findInvitation(actor, { handle, code: "0000-0000-0000" })]).toEqual([null, null]);
  }
});

test("the sign-in page tells who may be tried in a demo, and elsewhere nobody", async () => {
  await db.organisation.create({ data: { id: 1, name: "The Library" } });
  await buildPerson({ email: "employee@demo.example", name: "Emma" });
  expect(await getDoor(buildVisitor())).toEqual({ name: "The Library", demo: false, accounts: [] });
  await db.organisation.update({ where: { id: 1 }, data: { demo: true } });
  expect(await getDoor(buildVisitor())).toMatchObject({ accounts: [{ account: "employee", name: "Emma" }] });
});

test("units are known to everyone who is in, closed ones to who looks after them; the installation to administrators", async () => {
  const on = await cast();
  const closed = await buildUnit({ closedAt: new Date() });
  const expected: Record<Role, [number, number, boolean]> = { visitor: [0, 0, false], colleague: [1, 1, false], head: [1, 1, false], "HR admin": [2, 1, false], administrator: [2, 1, true], system: [2, 1, false] };
  for (const role of roles) {
    const actor = on.actors[role];
    expect([role, (await listUnits(actor)).length, (await listUnitChoices(actor)).length, (await getInstallation(actor)) !== null]).toEqual([role, ...expected[role]]);
    expect((await listUnitChoices(actor)).some(({ code }) => code === closed.code)).toBe(false);
  }
});

test("the installation counts what its administrator sees: nothing of private communities", async () => {
  await db.organisation.create({ data: { id: 1, name: "The Library" } });
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const [open, hidden] = [await buildCommunity(), await buildCommunity({ entry: "PRIVATE" })];
  await buildDiscussion(open.id, null);
  await buildDiscussion(hidden.id, null);
  expect(await getInstallation(administrator)).toMatchObject({ communities: 1, discussions: 1, people: 1 });
});

test("the audit is read by administrators, and of communities only what they read there like anybody else", async () => {
  const on = await cast();
  const [open, hidden] = [await buildCommunity({ name: "Open drilling" }), await buildCommunity({ name: "Secretive drilling", entry: "PRIVATE" })];
  const [topic, secret] = [await buildDiscussion(open.id, null, { title: "Open topic" }), await buildDiscussion(hidden.id, null, { title: "Secretive topic" })];
  await db.event.createMany({
    data: [
      ...audited.map((name) => ({ name, subjectId: on.ids.colleague, payload: { role: "hr-admin", before: "old@example.org", nonce: "nonce" } })),
      ...auditedInside.flatMap((name) => [{ name, subjectId: name.startsWith("community") ? open.id : topic.id, communityId: open.id }, { name, subjectId: name.startsWith("community") ? hidden.id : secret.id, communityId: hidden.id, payload: { reason: "Secretive reason" } }]),
      { name: "person.joined", subjectId: hidden.id },
      { name: "profile.edited", subjectId: on.ids.colleague },
      { name: "session.opened", subjectId: on.ids.colleague },
      { name: "discussion.started", subjectId: topic.id, communityId: open.id },
    ],
  });
  const filter = ListAudit.parse({ limit: 100 });
  for (const role of roles) if (role !== "administrator") expect([role, (await listAudit(on.actors[role], filter)).items]).toEqual([role, []]);
  const { items } = await listAudit(on.actors.administrator, filter);
  expect(items.map(({ name }) => name).sort()).toEqual([...audited, ...auditedInside, "person.joined"].sort());
  expect(JSON.stringify(items)).not.toMatch(/secretive|old@example|nonce/i);
  const member = await buildActor({ roles: ["ADMINISTRATOR"], memberOf: [hidden.id] });
  expect(JSON.stringify(await listAudit(member, filter))).toContain("Secretive topic");
  for (const about of auditSubjects) expect((await listAudit(on.actors.administrator, { ...filter, about })).items.every(({ name }) => name.startsWith(`${about}.`))).toBe(true);
});

test("the audit goes on by pages, the latest first, and names nobody who has left", async () => {
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const gone = await buildPerson({ name: null, closedAt: new Date() });
  await db.event.createMany({ data: Array.from({ length: 7 }, (_, n) => ({ name: "person.moved", subjectId: gone.id, actorId: gone.id, at: new Date(Date.now() - (n % 3) * 1000) })) });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listAudit(administrator, { ...ListAudit.parse({ limit: 3 }), after });
    seen.push(...page.items.map(({ id }) => id));
    for (const { actor, subject } of page.items) expect([actor?.name, subject?.name]).toEqual([null, null]);
    after = page.next ?? undefined;
  } while (after);
  expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
});

test("where somebody belongs and what they wrote is seen by who reads it there", async () => {
  const writer = await buildPerson();
  const places = { open: await buildCommunity(), request: await buildCommunity({ entry: "REQUEST" }), private: await buildCommunity({ entry: "PRIVATE" }) };
  for (const { id } of Object.values(places)) {
    await buildMembership(writer.id, id);
    await buildReply((await buildDiscussion(id, writer.id)).id, writer.id);
  }
  const sees = async (actor: Actor) => [(await listPersonCommunities(actor, writer.id)).length, (await listPersonPosts(actor, writer.id, 20)).length];
  expect(await sees(buildVisitor())).toEqual([0, 0]);
  for (const role of [[], ["HR_ADMIN"], ["ADMINISTRATOR"]] as const) expect(await sees(await buildActor({ roles: [...role] }))).toEqual([1, 2]);
  expect(await sees(await buildActor({ memberOf: [places.private.id] }))).toEqual([2, 4]);
  await db.reply.updateMany({ data: { hiddenAt: new Date() } });
  expect(await sees(await buildActor())).toEqual([1, 1]);
});

/** Somebody in any state that a row can be in. */
const anybody = fc.record({ name: fc.boolean(), closed: fc.boolean(), joined: fc.boolean(), imported: fc.boolean(), mail: fc.boolean() });

test("in any world SQL and Prisma see the same people, profiles, accounts and authors", { timeout: 120_000 }, async () => {
  const actors = [buildVisitor(), await buildActor(), await buildActor({ roles: ["HR_ADMIN"] }), await buildActor({ roles: ["ADMINISTRATOR"] }), buildSystem()];
  await fc.assert(
    fc.asyncProperty(fc.array(anybody, { minLength: 1, maxLength: 8 }), async (people) => {
      for (const { name, closed, joined, imported, mail } of people) {
        const { id } = await buildPerson({ ...(!name && { name: null }), ...(!mail && { email: null }), closedAt: closed ? new Date() : null, joinedAt: joined ? new Date() : null });
        if (imported) await db.importedAuthor.create({ data: { userId: id, source: "s", sourceId: id, displayName: "A" } });
      }
      const sorted = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
      for (const actor of actors)
        for (const [where, raw] of [[peopleSeenBy(actor), peopleSeenBySql(actor)], [profilesSeenBy(actor), profilesSeenBySql(actor)], [peopleManagedBy(actor), peopleManagedBySql(actor)], [authorsSeenBy(actor), authorsSeenBySql(actor)]] as const)
          expect(sorted(await db.$queryRaw`SELECT u.id FROM "User" u LEFT JOIN "ImportedAuthor" i ON i."userId" = u.id WHERE ${raw}`)).toEqual(sorted(await db.user.findMany({ where, select: { id: true } })));
    }),
    { numRuns: 10 },
  );
});

test("the directory finds by every word, whatever the accents, within a unit and all below, and page by page", async () => {
  const reader = await buildActor({ person: { name: "Reader" } });
  const top = await buildUnit({ name: "Maps" });
  const below = await buildUnit({ parentId: top.id });
  await buildPerson({ name: "Zoë Åkesson", unitId: below.id, knows: ["pumps"], languages: ["sv"] });
  await buildPerson({ name: "Ann Other", unitId: top.id, languages: ["en"] });
  const found = async (over: object) => (await listPeople(reader, { ...all, ...over })).items.map(({ name }) => name);
  expect(await found({ q: "zoe akesson" })).toEqual(["Zoë Åkesson"]);
  expect(await found({ q: "pumps zoe" })).toEqual(["Zoë Åkesson"]);
  expect(await found({ q: "maps" })).toEqual(["Ann Other"]);
  expect(await found({ unit: top.code })).toEqual(["Ann Other", "Zoë Åkesson"]);
  expect(await found({ unit: below.code })).toEqual(["Zoë Åkesson"]);
  expect(await found({ language: "sv", knows: "pumps" })).toEqual(["Zoë Åkesson"]);
  expect(await found({ q: "%_\\" })).toEqual([]);
  const first = await listPeople(reader, { ...all, limit: 2 });
  const second = await listPeople(reader, { ...all, limit: 2, after: first.next ?? undefined });
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["Ann Other", "Reader", "Zoë Åkesson"]);
  expect(second.next).toBeNull();
});
