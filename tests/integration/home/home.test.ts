import { describe, expect, test } from "vitest";
import { type Asked, getMine, listAsked, listDue, listVoices } from "@/lib/home/queries";
import { listFitting } from "@/lib/home/suggestions/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply } from "@/tests/support/build";
import { buildWorld, roles } from "@/tests/support/worlds";

const asks = async (actor: Actor) => (await listAsked(actor)).map(({ ask }) => ask).sort();
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const today = new Date("2026-11-28T00:00:00Z");
const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const part = async (actor: Actor, name: string, tags: string[] = [], unit: string | null = null) => (await listVoices(actor, tags, unit)).filter((voice) => voice.part === name).map(({ title }) => title);

describe.each(["OPEN", "REQUEST", "PRIVATE"] as const)("in a community that is %s", (entry) => {
  test("its leaders alone are asked what leaders answer, and nobody once it is archived", async () => {
    const { community, question, actors } = await buildWorld({ entry });
    const person = await buildPerson({ name: "Samuel" });
    await db.membershipRequest.createMany({ data: [{ communityId: community.id, userId: person.id, interest: "DO_THIS", createdAt: ago(2) }, { communityId: community.id, userId: (await buildPerson()).id, interest: "DO_THIS" }] });
    await db.topicFlag.create({ data: { communityId: community.id, userId: actors.member.id, reason: "wide" } });
    await db.report.create({ data: { discussionId: question.id, reporterId: actors.member.id, reason: "rude" } });
    for (const role of roles) expect([role, await asks(actors[role])]).toEqual([role, role === "leader" ? ["flag", "report", "request"] : []]);
    expect((await listAsked(actors.leader)).find(({ ask }) => ask === "request")).toMatchObject({ count: 2, who: "Samuel", slug: community.slug });
    expect(JSON.stringify((await listAsked(actors.leader)).filter(({ ask }) => ask !== "request"))).not.toContain((await db.user.findUniqueOrThrow({ where: { id: actors.member.id } })).name);
    await db.community.update({ where: { id: community.id }, data: { archivedAt: new Date() } });
    expect(await asks(actors.leader)).toEqual([]);
  });

  test("what one is asked oneself, only oneself is; answered, it is gone", async () => {
    const { community, actors } = await buildWorld({ entry });
    const { id: communityId } = community;
    const invited = actors.outsider;
    await db.communityInvitation.create({ data: { communityId, userId: invited.id, invitedById: actors.leader.id } });
    await db.leadershipOffer.create({ data: { communityId, userId: actors.member.id } });
    for (const role of roles) expect([role, await asks(actors[role])]).toEqual([role, role === "outsider" ? ["invitation"] : role === "member" ? ["offer"] : []]);
    await db.communityInvitation.updateMany({ data: { answeredAt: new Date() } });
    await db.leadershipOffer.updateMany({ data: { answeredAt: new Date() } });
    for (const role of roles) expect(await asks(actors[role])).toEqual([]);
  });

  test("whoever was named in a question is asked, until they answer it, it is settled, or they no longer read it", async () => {
    const { community, question, actors } = await buildWorld({ entry });
    const named = await buildPerson();
    await buildMembership(named.id, community.id);
    const me = await actorOf(named.id);
    const mention = await db.mention.create({ data: { userId: named.id, discussionId: question.id, createdAt: ago(1) } });
    const [asked] = (await listAsked(me)) as [Asked];
    expect(asked).toMatchObject({ ask: "mention", discussionId: question.id, replyId: null, title: question.title });
    for (const role of roles) expect(await asks(actors[role])).toEqual([]);
    const gone = async (change: () => Promise<unknown>, back: () => Promise<unknown>) => {
      await change();
      expect(await asks(me)).toEqual([]);
      await back();
      expect(await asks(me)).toEqual(["mention"]);
    };
    const set = (data: object) => () => db.discussion.update({ where: { id: question.id }, data });
    await gone(set({ closedAt: new Date() }), set({ closedAt: null }));
    await gone(set({ hiddenAt: new Date() }), set({ hiddenAt: null }));
    await gone(set({ deletedAt: new Date() }), set({ deletedAt: null }));
    await gone(set({ kind: "STORY" }), set({ kind: "QUESTION" }));
    await gone(() => db.mention.update({ where: { id: mention.id }, data: { createdAt: ago(40) } }), () => db.mention.update({ where: { id: mention.id }, data: { createdAt: ago(1) } }));
    const elsewhere = await actorOf((await buildPerson()).id);
    await db.mention.create({ data: { userId: elsewhere.id, discussionId: question.id } });
    expect(await asks(elsewhere)).toEqual(entry === "OPEN" ? ["mention"] : []);
    await buildReply(question.id, named.id);
    expect(await asks(me)).toEqual([]);
  });
});

test("authors are asked whether their discussion may move, and for what came of their hot topic", async () => {
  const { community, elsewhere, question, answer, actors } = await buildWorld({ entry: "PRIVATE" });
  const move = await db.discussionMove.create({ data: { discussionId: question.id, toId: elsewhere.id, proposedById: actors.leader.id } });
  await buildDiscussion(community.id, actors.author.id, { kind: "HOT_TOPIC", title: "Queues", closedAt: new Date() });
  const expected = { author: ["consent", "summary"], member: ["consent"] } as Record<string, string[]>;
  for (const role of roles) expect([role, await asks(actors[role])]).toEqual([role, expected[role] ?? []]);
  await db.moveConsent.create({ data: { moveId: move.id, userId: actors.member.id } });
  expect(await asks(actors.member)).toEqual([]);
  await db.reply.update({ where: { id: answer.id }, data: { deletedAt: new Date() } });
  await db.discussion.updateMany({ where: { title: "Queues" }, data: { summary: "Shorter." } });
  expect(await asks(actors.author)).toEqual(["consent"]);
  await db.membership.deleteMany({ where: { userId: actors.author.id } });
  expect(await asks(await actorOf(actors.author.id))).toEqual([]);
});

test("due is the help I asked for or offered, my topics that are about to close, and my absences; nothing of what I no longer read", async () => {
  const place = await buildCommunity({ entry: "PRIVATE" });
  const me = await buildActor({ memberOf: [place.id] });
  const other = await buildActor({ memberOf: [place.id] });
  const help = (title: string, by: number, author: string, more = {}) => buildDiscussion(place.id, author, { kind: "HELP_REQUEST", title, neededBy: day(by), ...more });
  await help("Mine, late", 26, me.id);
  await help("Mine, done", 29, me.id, { closedAt: new Date() });
  const offered = await help("Theirs, offered", 30, other.id);
  await buildReply(offered.id, me.id);
  await help("Theirs", 30, other.id);
  await help("Long ago", 1, me.id);
  await buildDiscussion(place.id, me.id, { kind: "HOT_TOPIC", title: "Queues", lastActivityAt: day(24) });
  await db.absence.createMany({ data: [{ userId: me.id, startsOn: day(27), endsOn: day(30) }, { userId: me.id, startsOn: new Date(Date.UTC(2027, 5, 1)), endsOn: new Date(Date.UTC(2027, 5, 2)) }, { userId: other.id, startsOn: day(27), endsOn: day(30) }] });
  const told = async (actor: Actor) => (await listDue(actor, today)).map(({ occasion, title }) => title ?? occasion);
  expect(await told(me)).toEqual(["Mine, late", "away", "Theirs, offered", "Queues"]);
  expect(await told(other)).toEqual(["away", "Theirs, offered", "Theirs"]);
  await db.membership.deleteMany({ where: { userId: me.id } });
  expect(await told(await actorOf(me.id))).toEqual(["away"]);
});

test("new is what others said where I belong and I have not seen; what is hidden, deleted, elsewhere or archived is not", async () => {
  const [pumps, seals, elsewhere, closed] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity(), await buildCommunity(), await buildCommunity({ archivedAt: new Date() })];
  const author = (await buildPerson()).id;
  const me = await buildActor({ memberOf: [pumps.id, seals.id, closed.id] });
  await db.membership.updateMany({ data: { caughtUpAt: ago(10) } });
  const say = (place: { id: string }, title: string, days: number, more = {}) => buildDiscussion(place.id, author, { kind: "IDEA", title, createdAt: ago(days), lastActivityAt: ago(days), ...more });
  for (let n = 1; n <= 6; n++) await say(pumps, `Pump ${n}`, n);
  const read = await say(seals, "Read", 2);
  await db.reading.create({ data: { userId: me.id, discussionId: read.id, seenAt: new Date() } });
  await say(seals, "Unread", 3.5);
  await say(seals, "Before my time", 12);
  await say(seals, "Gone", 1, { deletedAt: new Date() });
  await say(seals, "Hidden", 1, { hiddenAt: new Date() });
  await say(elsewhere, "Elsewhere", 1);
  await say(closed, "Archived", 1);
  const rows = (await listVoices(me, [], null)).filter((voice) => voice.part === "news");
  expect(rows.filter(({ unseen }) => unseen).map(({ title }) => title)).toEqual(["Pump 1", "Pump 2", "Pump 3", "Unread", "Pump 4"]);
  expect(rows.filter(({ unseen }) => !unseen).map(({ title }) => title).sort()).toEqual(["Before my time", "Read"]);
  await db.membership.deleteMany({ where: { userId: me.id, communityId: pumps.id } });
  expect(await part(await actorOf(me.id), "news")).toEqual(["Read", "Unread", "Before my time"]);
  expect(await listVoices(await buildActor(), [], null)).toEqual([]);
});

test("a story comes from another unit, from where I read, and only while I have not read it", async () => {
  const [mine, theirs] = [await db.unit.create({ data: { code: "A", name: "Harbour" } }), await db.unit.create({ data: { code: "B", name: "Linden" } })];
  const [near, far] = [await buildPerson({ unitId: mine.id }), await buildPerson({ unitId: theirs.id })];
  const [open, secret] = [await buildCommunity(), await buildCommunity({ entry: "PRIVATE" })];
  const me = await buildActor({ person: { unitId: mine.id } });
  const tell = (place: { id: string }, author: string | null, title: string, more = {}) => buildDiscussion(place.id, author, { kind: "STORY", title, ...more });
  await tell(open, near.id, "Ours");
  await tell(open, null, "Imported");
  await tell(secret, far.id, "Secret");
  await tell(open, far.id, "Hidden", { hiddenAt: new Date() });
  expect(await part(me, "story", [], mine.id)).toEqual([]);
  const story = await tell(open, far.id, "Theirs", { lastActivityAt: ago(2) });
  expect(await part(me, "story", [], mine.id)).toEqual(["Theirs"]);
  await db.reading.create({ data: { userId: me.id, discussionId: story.id, seenAt: ago(9) } });
  expect(await part(me, "story", [], mine.id)).toEqual([]);
});

test("I could answer what nobody answered: about what I know wherever I read, anything where I belong; what I know leads", async () => {
  const [mine, open, secret] = [await buildCommunity(), await buildCommunity(), await buildCommunity({ entry: "PRIVATE" })];
  const author = (await buildPerson()).id;
  const me = await buildActor({ memberOf: [mine.id] });
  const ask = (place: { id: string }, title: string, days: number, more = {}) => buildDiscussion(place.id, author, { title, createdAt: ago(days), lastActivityAt: ago(days), ...more });
  await ask(mine, "Here", 1);
  await ask(open, "Known", 9, { tags: ["maps", "ink"] });
  await ask(open, "Unknown", 1, { tags: ["glue"] });
  await ask(secret, "Secret", 1, { tags: ["maps"] });
  await ask(mine, "Closed", 1, { closedAt: new Date(), tags: ["maps"] });
  await ask(mine, "Story", 1, { kind: "STORY", tags: ["maps"] });
  await ask(mine, "Hidden", 1, { hiddenAt: new Date(), tags: ["maps"] });
  await buildDiscussion(mine.id, me.id, { title: "My own", tags: ["maps"] });
  const answered = await ask(mine, "Answered", 1, { tags: ["maps"] });
  await buildReply(answered.id, author);
  expect((await part(me, "waiting", ["maps"])).sort()).toEqual(["Here", "Known"]);
  expect(await part(me, "waiting", [])).toEqual(["Here"]);
  for (let n = 0; n < 6; n++) await ask(mine, `Here ${n}`, 0);
  expect(await part(me, "waiting", ["maps"])).toContain("Known");
  expect(await part(me, "waiting", ["maps"])).toHaveLength(4);
});

test("who has started is a colleague with an account, my unit first; nobody who left, was imported or is only invited", async () => {
  const unit = await db.unit.create({ data: { code: "A", name: "Harbour" } });
  const me = await buildActor({ person: { unitId: unit.id, knows: ["maps"], about: "Hello" } });
  const start = (name: string | null, days: number | null, more = {}) => buildPerson({ name, joinedAt: days === null ? null : ago(days), ...more });
  await start("Old hand", 60);
  await start("Yesterday", 1);
  await start("Near", 20, { unitId: unit.id, knows: ["ink"], wants: ["glue"] });
  await start(null, 2, { closedAt: new Date() });
  await start("Invited", null);
  const imported = await start("Imported", 2);
  await db.importedAuthor.create({ data: { userId: imported.id, source: "s", sourceId: "1", displayName: "Imported" } });
  const mine = await getMine(me);
  expect(mine).toMatchObject({ knows: ["maps"], wants: [], about: "Hello" });
  expect(mine.newcomers.map(({ name }) => name)).toEqual(["Near", "Yesterday"]);
  expect(mine.newcomers[0]).toMatchObject({ unit: "Harbour", knows: ["ink"], wants: ["glue"] });
});

test("communities that fit are those that somebody could join; who is in one by request is not counted for them", async () => {
  const unit = await db.unit.create({ data: { code: "A", name: "Harbour" } });
  const me = await buildActor({ person: { unitId: unit.id } });
  const colleague = await buildPerson({ unitId: unit.id });
  const found = async (name: string, more = {}) => {
    const place = await buildCommunity({ name, domain: name, inScope: "", ...more });
    await buildMembership(colleague.id, place.id);
    return place;
  };
  const [open] = [await found("Maps"), await found("Pumps", { entry: "REQUEST" }), await found("Secret", { entry: "PRIVATE" }), await found("Over", { archivedAt: new Date() })];
  const asked = await found("Asked", { entry: "REQUEST" });
  await db.membershipRequest.create({ data: { communityId: asked.id, userId: me.id, interest: "DO_THIS" } });
  const secret = await found("Invited", { entry: "PRIVATE" });
  await db.communityInvitation.create({ data: { communityId: secret.id, userId: me.id } });
  const rows = await listFitting(me, unit.id, { knows: ["old maps"], wants: [], position: "", unit: "Harbour", languages: [] });
  expect(rows.map(({ slug, colleagues, reasons }) => [slug === open?.slug, colleagues, reasons[0]?.why])).toEqual([[true, 1, "knows"], [false, 0, "lively"]]);
  expect(await listFitting(await buildActor(), null, { knows: [], wants: [], position: "", unit: null, languages: [] })).toHaveLength(3);
});
