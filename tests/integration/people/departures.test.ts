import { expect, test } from "vitest";
import { getAccount, listAccounts } from "@/lib/people/accounts/queries";
import { ListAccounts } from "@/lib/people/accounts/schema";
import { acceptLeadership } from "@/lib/communities/leaders/commands";
import { listAudit } from "@/lib/people/audit/queries";
import { ListAudit } from "@/lib/people/audit/schema";
import { askErasure, closeAccount, eraseAccount, withdrawErasure } from "@/lib/people/departures/commands";
import { getErasureRequest, getMyData } from "@/lib/people/exports/queries";
import { invitePerson } from "@/lib/people/invitations/commands";
import { getPerson, getPersonSummary, listPeople, listPeopleForCompletion } from "@/lib/people/queries";
import { ListPeople } from "@/lib/people/schema";
import { signIn } from "@/lib/people/sessions/commands";
import { makeToken } from "@/lib/people/tokens/commands";
import { actorById, actorBySession, actorByToken } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { getDiscussion } from "@/lib/discussions/queries";
import { search } from "@/lib/search/queries";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply, buildSystem } from "@/tests/support/build";
import { carry } from "@/tests/support/carry";
import { race } from "@/tests/support/race";
import { wholeDatabase } from "@/tests/support/whole-database";
import { buildPlaced, buildUnit, caller, fields, from, heard, secret, secretHash } from "./cast";

const all = ListPeople.parse({});
const leaver = async () => {
  const unit = await buildUnit();
  const boss = await buildPerson({ name: "Bea Boss" });
  const person = await buildPlaced(unit.id, {
    name: "Zenobia Quist", handle: "zenobia", email: "zenobia@example.org", passwordHash: await secretHash(), managerId: boss.id, about: "Zenobia was here.", knows: ["zithers"], wants: ["zinc"], languages: ["sv"], timeZone: "Europe/Stockholm", locale: "sv", theme: "dark",
  });
  await db.unit.update({ where: { id: unit.id }, data: { headId: person.id, lessonManagerId: person.id } });
  return { unit, boss, person, hr: await buildActor({ roles: ["HR_ADMIN"] }) };
};

test("a closed account is closed at once: session, token, invitation, link and identity are none, and signing in is wrong", async () => {
  const { person, hr } = await leaver();
  const entered = await signIn({ email: "zenobia", password: secret }, caller);
  const made = await makeToken(await actorOf(person.id), { name: "nightly" });
  const soon = { userId: person.id, expiresAt: from(3) };
  await db.invitation.create({ data: { ...soon, tokenHash: "i" } });
  await db.passwordReset.create({ data: { ...soon, tokenHash: "r" } });
  await db.emailChange.create({ data: { ...soon, tokenHash: "e", email: "zz@example.org" } });
  await db.identity.create({ data: { issuer: "https://id.example.org", subject: "z", userId: person.id } });
  await db.absence.create({ data: { userId: person.id, startsOn: from(0), endsOn: from(5) } });
  await db.draft.create({ data: { userId: person.id, place: "x", fields: { body: "half a thought" } } });
  expect(heard(await closeAccount(hr, { id: person.id }))).toBe("ok");
  expect([await actorBySession(entered.ok ? entered.value.sessionId : ""), await actorByToken(made.ok ? made.value.token : ""), await actorById(person.id)]).toEqual([null, null, null]);
  expect(heard(await signIn({ email: "zenobia", password: secret }, caller))).toBe("wrong");
  expect(heard(await signIn({ email: "zenobia@example.org", password: secret }, caller))).toBe("wrong");
  const left = await Promise.all([db.invitation.count(), db.passwordReset.count(), db.emailChange.count(), db.identity.count(), db.absence.count(), db.draft.count(), db.session.count({ where: { endedAt: null } }), db.apiToken.count({ where: { revokedAt: null } })]);
  expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await db.departure.findUnique({ where: { userId: person.id } })).toMatchObject({ name: "Zenobia Quist", handle: "zenobia", email: "zenobia@example.org", closedById: hr.id, erasedAt: null });
});

test("before any job has run, nobody finds who has left: not by name, page, completion or search, and HR alone still knows the name", async () => {
  const { person, hr } = await leaver();
  const reader = await buildActor();
  await db.event.create({ data: { name: "person.joined", subjectId: person.id } });
  await carry("person.joined");
  const found = async () => (await search(reader, { q: "zenobia", limit: 10 } as never)) as { items: unknown[] } | null;
  expect((await found())?.items).toHaveLength(1);
  await closeAccount(hr, { id: person.id });
  expect((await found())?.items ?? []).toEqual([]);
  expect([await getPerson(reader, "zenobia"), await getPersonSummary(reader, "zenobia")]).toEqual([null, null]);
  const { handle } = await db.user.findUniqueOrThrow({ where: { id: person.id } });
  expect([await getPerson(reader, handle), await getPersonSummary(reader, handle)]).toEqual([null, null]);
  for (const q of ["zenobia", "zithers", "quist"]) expect((await listPeople(reader, { ...all, q })).items).toEqual([]);
  expect(await listPeopleForCompletion(reader, "zen")).toEqual([]);
  expect((await listAccounts(hr, ListAccounts.parse({ state: "left", q: "zenobia" }))).items).toMatchObject([{ name: "Zenobia Quist", handle: "zenobia", email: "zenobia@example.org", unit: null, roles: [] }]);
  expect(await getAccount(hr, person.id)).toMatchObject({ name: null, email: null, left: { name: "Zenobia Quist", handle: "zenobia", erased: false } });
  expect(await getAccount(reader, person.id)).toBeNull();
});

test("texts stay, under nobody's name, also where the last reply was theirs", async () => {
  const { person, hr } = await leaver();
  const community = await buildCommunity();
  await buildMembership(person.id, community.id);
  const reader = await buildActor({ memberOf: [community.id] });
  const topic = await buildDiscussion(community.id, person.id, { title: "Which strings?" });
  await buildReply(topic.id, person.id, { body: "Gut.", html: "<p>Gut.</p>" });
  await db.discussion.update({ where: { id: topic.id }, data: { lastReplierName: "Zenobia Quist" } });
  await closeAccount(hr, { id: person.id });
  await carry("person.closed");
  const seen = JSON.stringify(await getDiscussion(reader, topic.id));
  expect(seen).toContain("Which strings?");
  expect(seen).not.toMatch(/zenobia/i);
  expect(await db.discussion.findUnique({ where: { id: topic.id } })).toMatchObject({ authorId: person.id, lastReplierName: null });
});

test("what someone answers for goes to the heir, and their people too; the heir becomes nobody's own manager", async () => {
  const { unit, boss, person, hr } = await leaver();
  const heir = await buildPerson({ managerId: person.id });
  const report = await buildPerson({ managerId: person.id });
  const wrong = (said: string) => closeAccount(hr, { id: person.id, heir: said }).then(fields);
  for (const said of ["zenobia", "nobody-here"]) expect(await wrong(said)).toEqual({ heir: ["person-unknown"] });
  expect(heard(await closeAccount(hr, { id: person.id, heir: `@${heir.handle}` }))).toBe("ok");
  expect(await db.unit.findUnique({ where: { id: unit.id } })).toMatchObject({ headId: heir.id, lessonManagerId: heir.id });
  expect(await db.user.findUnique({ where: { id: report.id } })).toMatchObject({ managerId: heir.id });
  expect(await db.user.findUnique({ where: { id: heir.id } })).toMatchObject({ managerId: boss.id });
  expect(await db.event.findFirst({ where: { name: "person.closed" } })).toMatchObject({ subjectId: person.id, actorId: hr.id, payload: { heirId: heir.id } });
});

test("without an heir people go to the next above, units stand open, and two who were each other's manager leave nobody their own", async () => {
  const { unit, boss, person, hr } = await leaver();
  const report = await buildPerson({ managerId: person.id });
  await db.user.update({ where: { id: boss.id }, data: { managerId: person.id } });
  await closeAccount(hr, { id: person.id });
  expect(await db.unit.findUnique({ where: { id: unit.id } })).toMatchObject({ headId: null, lessonManagerId: null });
  expect(await db.user.findUnique({ where: { id: report.id } })).toMatchObject({ managerId: boss.id });
  expect(await db.user.findUnique({ where: { id: boss.id } })).toMatchObject({ managerId: null });
});

test("where the last leader has gone the longest-standing member is asked, and may take over", async () => {
  const { person, hr } = await leaver();
  const community = await buildCommunity({ entry: "PRIVATE", memberCount: 0 });
  await buildMembership(person.id, community.id, "LEADER");
  const [older, newer] = [await buildPerson(), await buildPerson()];
  await buildMembership(newer.id, community.id);
  await buildMembership(older.id, community.id);
  await db.membership.update({ where: { userId_communityId: { userId: older.id, communityId: community.id } }, data: { joinedAt: from(-900) } });
  await closeAccount(hr, { id: person.id });
  await carry("person.closed");
  expect(await db.membership.count({ where: { userId: person.id } })).toBe(0);
  expect(await db.leadershipOffer.findMany()).toMatchObject([{ userId: older.id, communityId: community.id, askedById: null, answeredAt: null }]);
  expect(heard(await acceptLeadership(await actorOf(older.id), { slug: community.slug }))).toBe("ok");
  expect((await actorOf(older.id)).leads).toEqual([community.id]);
});

test("an account that two close at once is closed once, and its history ends once", async () => {
  const { person, hr } = await leaver();
  const both = await race<{ ok: boolean; why?: string }>({ table: "User", id: person.id }, [1, 2].map(() => () => closeAccount(hr, { id: person.id })));
  expect(both.map(heard).sort()).toEqual(["closed-already", "ok"]);
  expect([await db.departure.count(), await db.event.count()]).toEqual([1, 1]);
  expect(await db.position.findMany({ where: { userId: person.id } })).toMatchObject([{ endsOn: from(0) }]);
});

test("where someone was to begin after the day they left, they never were", async () => {
  const { person, hr, unit } = await leaver();
  await db.position.updateMany({ where: { userId: person.id }, data: { endsOn: from(9) } });
  await db.position.create({ data: { userId: person.id, unitId: unit.id, title: "Head", category: "MANAGER", startsOn: from(10) } });
  await closeAccount(hr, { id: person.id });
  expect(await db.position.findMany({ where: { userId: person.id } })).toMatchObject([{ title: "Librarian", endsOn: from(0) }]);
});

test("nobody gets the handle of who has left: old texts would name the wrong one. An erased one is forgotten", async () => {
  const { person, hr } = await leaver();
  await closeAccount(hr, { id: person.id });
  const next = async () => {
    const done = await invitePerson(hr, { name: "Zenobia", email: "" });
    return done.ok && done.value.handle;
  };
  expect(await next()).toBe("zenobia-2");
  await eraseAccount(hr, { id: person.id });
  expect(await next()).toBe("zenobia");
});

test("the wish to be forgotten is one, is told to HR, and can be withdrawn", async () => {
  const { person, hr } = await leaver();
  const me = await actorOf(person.id);
  expect(heard(await askErasure(me, {}))).toBe("ok");
  expect(heard(await askErasure(me, {}))).toBe("asked-already");
  expect(await getErasureRequest(me)).toMatchObject({ at: expect.any(Date) });
  expect((await listAccounts(hr, ListAccounts.parse({ state: "erasure" }))).items).toMatchObject([{ id: person.id, erasure: true }]);
  expect(heard(await withdrawErasure(me, {}))).toBe("ok");
  expect(heard(await withdrawErasure(me, {}))).toBe("not-found");
  expect((await listAccounts(hr, ListAccounts.parse({ state: "erasure" }))).items).toEqual([]);
});

/** The tables in whose rows this is said. The words that forgive typing errors are of nobody, and never shown. */
const namedIn = async (pattern: RegExp) => (await wholeDatabase("SearchWord")).filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test("who is erased is named nowhere any more, in no table, and what others have is as it was", async () => {
  const { person, hr } = await leaver();
  const me = await actorOf(person.id);
  const community = await buildCommunity({ entry: "REQUEST" });
  const other = await buildActor({ leads: [community.id] });
  await buildMembership(person.id, community.id);
  const topic = await buildDiscussion(community.id, other.id);
  const mine = await buildReply(topic.id, person.id);
  await db.mention.create({ data: { userId: person.id, discussionId: topic.id } });
  await db.bookmark.create({ data: { userId: person.id, discussionId: topic.id } });
  await db.bookmark.create({ data: { userId: other.id, discussionId: topic.id } });
  await db.revision.create({ data: { discussionId: topic.id, replyId: mine.id, version: 1, body: "Check it.", language: "en", editorId: person.id } });
  await db.membershipRequest.create({ data: { userId: person.id, communityId: community.id, interest: "DO_THIS", message: "I am Zenobia from maps.", answeredAt: new Date(), accepted: true } });
  await db.communityInvitation.create({ data: { userId: person.id, communityId: community.id, message: "Dear Zenobia!", answeredAt: new Date(), accepted: false } });
  await makeToken(me, { name: "zenobia's script" }, { key: "form" });
  await askErasure(me, {});
  await db.event.createMany({
    data: [
      { name: "person.joined", subjectId: person.id },
      { name: "email.set", subjectId: person.id, payload: { before: "zenobia.old@example.org" } },
      { name: "community.member-removed", subjectId: community.id, communityId: community.id, payload: { userId: person.id, reason: "Zenobia sold our drill." } },
      { name: "community.member-removed", subjectId: community.id, communityId: community.id, payload: { userId: other.id, reason: "Sold another." } },
    ],
  });
  await db.idempotencyKey.create({ data: { actorId: person.id, command: "profile.edited", key: "k", inputHash: "h", reply: { handle: "zenobia" } } });
  await carry("person.joined");
  expect(await namedIn(/zenobia/i)).toEqual(expect.arrayContaining(["User", "Event", "SearchDocument", "ApiToken", "MembershipRequest"]));

  expect(heard(await eraseAccount(hr, { id: person.id }))).toBe("ok");
  await carry("person.erased");
  expect(await namedIn(/zenobia|quist|zithers|zinc/i)).toEqual([]);
  expect(await db.departure.findUnique({ where: { userId: person.id } })).toMatchObject({ name: null, handle: null, email: null, erasedAt: expect.any(Date) });
  expect(await db.reply.findUnique({ where: { id: mine.id } })).toMatchObject({ body: "Check the seal.", authorId: person.id });
  expect([await db.bookmark.count(), await db.mention.count(), await db.revision.count(), await db.position.count({ where: { userId: person.id } })]).toEqual([1, 0, 1, 0]);
  expect(await db.event.findMany({ where: { name: "community.member-removed" }, orderBy: { id: "asc" } })).toMatchObject([{ payload: { userId: person.id } }, { payload: { reason: "Sold another." } }]);
  expect(await db.membership.count({ where: { userId: person.id } })).toBe(0);
  expect(heard(await eraseAccount(hr, { id: person.id }))).toBe("erased-already");
  expect((await listAccounts(hr, ListAccounts.parse({ state: "left" }))).items).toMatchObject([{ name: "", email: null }]);
  const admin = await buildActor({ roles: ["ADMINISTRATOR"] });
  expect(JSON.stringify(await listAudit(admin, ListAudit.parse({})))).not.toMatch(/zenobia/i);
});

test("one's own data comes whole, and only one's own", async () => {
  const { person } = await leaver();
  const me = await actorOf(person.id);
  const community = await buildCommunity();
  const other = await buildActor({ memberOf: [community.id], person: { name: "Otto Other", email: "otto@example.org" } });
  await buildMembership(person.id, community.id);
  const mine = await buildDiscussion(community.id, person.id, { title: "Mine", body: "MY-BODY" });
  const theirs = await buildDiscussion(community.id, other.id, { title: "Theirs", body: "THEIR-BODY" });
  await buildReply(mine.id, other.id, { body: "THEIR-REPLY" });
  const reply = await buildReply(theirs.id, person.id, { body: "MY-REPLY" });
  await buildReply(theirs.id, person.id, { body: "MY-DELETED", deletedAt: new Date() });
  await db.revision.createMany({
    data: [
      { discussionId: mine.id, version: 1, title: "Old", body: "MY-OLD-BODY", language: "en", editorId: other.id },
      { discussionId: theirs.id, version: 1, title: "Old", body: "THEIR-OLD-BODY", language: "en", editorId: person.id },
      { discussionId: theirs.id, replyId: reply.id, version: 1, body: "MY-OLD-REPLY", language: "en", editorId: person.id },
    ],
  });
  await db.reaction.create({ data: { userId: person.id, name: "THANKS", discussionId: theirs.id } });
  await db.reaction.create({ data: { userId: other.id, name: "INSPIRED", discussionId: mine.id } });
  await db.attachment.createMany({ data: [{ ownerId: person.id, name: "MY-FILE.pdf", mediaType: "application/pdf", size: 1, storageKey: "a" }, { ownerId: other.id, name: "THEIR-FILE.pdf", mediaType: "application/pdf", size: 1, storageKey: "b", discussionId: mine.id }] });
  await db.membershipRequest.create({ data: { userId: person.id, communityId: community.id, interest: "DO_THIS", message: "MY-REQUEST" } });
  await db.communityInvitation.create({ data: { userId: person.id, communityId: community.id, invitedById: other.id, message: "THEIR-INVITATION" } });
  await db.topicFlag.create({ data: { userId: person.id, communityId: community.id, reason: "MY-REMARK", answer: "THEIR-ANSWER" } });
  await db.report.create({ data: { reporterId: person.id, discussionId: theirs.id, reason: "MY-REPORT", resolution: "THEIR-RESOLUTION" } });
  await db.draft.create({ data: { userId: person.id, place: "x", fields: { body: "MY-DRAFT" } } });
  await db.absence.create({ data: { userId: person.id, startsOn: from(1), endsOn: from(2) } });
  await makeToken(me, { name: "MY-TOKEN" });
  const data = JSON.stringify(await getMyData(me));
  const names = (whose: string) => [...new Set(data.match(new RegExp(`${whose}-[A-Z-]+`, "g")))].sort();
  expect(names("MY")).toEqual(["MY-BODY", "MY-DELETED", "MY-DRAFT", "MY-FILE", "MY-OLD-BODY", "MY-OLD-REPLY", "MY-REMARK", "MY-REPLY", "MY-REPORT", "MY-REQUEST", "MY-TOKEN"]);
  expect(names("THEIR")).toEqual([]);
  for (const said of ["zenobia@example.org", "zithers", "Zenobia was here.", "Librarian", "Bea Boss", "THANKS", community.slug, "2020-01-01"]) expect(data).toContain(said);
  for (const unsaid of ["passwordHash", "tokenHash", "argon2", "otto@example.org", "Otto", "INSPIRED"]) expect(data).not.toContain(unsaid);
  expect(await getMyData(buildSystem())).toBeNull();
});
