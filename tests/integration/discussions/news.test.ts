import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { leaveCommunity } from "@/lib/communities/members/commands";
import { news } from "@/lib/discussions/news/queries";
import { discussionsSeenBy } from "@/lib/discussions/policy";
import { react } from "@/lib/discussions/reactions/commands";
import { postReply } from "@/lib/discussions/replies/commands";
import { markRead } from "@/lib/notifications/commands";
import { db } from "@/lib/platform/db";
import { announce, CHANNEL } from "@/lib/platform/live/announce";
import { sweepAnnouncements } from "@/lib/platform/live/announcements";
import { buildDiscussion } from "@/tests/support/build";
import { openProcess } from "@/tests/support/ear";
import { carryAll } from "../notifications/told";
import { buildWorld, roles, type State } from "@/tests/support/worlds";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
const process = () => {
  const made = openProcess();
  open.push(made.close);
  return made;
};
const session = async () => {
  const client = new pg.Client(globalThis.process.env.DATABASE_URL);
  await client.connect();
  open.push(() => client.end());
  return client;
};
const say = async (world: Awaited<ReturnType<typeof buildWorld>>, body = "It is the seal.") => {
  const result = await postReply(world.actors.author, { discussionId: world.question.id, body });
  if (!result.ok) throw new Error(result.why);
  return result.value.id;
};
const soon = (check: () => void) => vi.waitFor(check, { timeout: 8000, interval: 20 });
/** Waits until this ear hears what is said last: by then it has heard all there was before. */
const until = async (ear: { heard: { post?: string }[] }, post: string) => soon(() => expect(ear.heard.map((one) => one.post)).toContain(post));

test("a reply is heard by the members wherever they are connected, and a place is told by ids and counts alone", async () => {
  const world = await buildWorld();
  const [one, other] = [process(), process()];
  const [member, leader] = [await one.join(world.actors.member.id), await other.join(world.actors.leader.id)];
  const reply = await say(world);
  for (const ear of [member, leader]) await until(ear, reply);
  const { id, event, ...fact } = member.heard[0] ?? { id: "", event: "" };
  expect([id, event]).toEqual([expect.stringMatching(/^\d+-\d+-\d+$/), "message"]);
  expect(fact).toEqual({ kind: "reply.posted", community: world.community.id, discussion: world.question.id, post: reply, replies: 2, thanks: 0, inspired: 0, sameHere: 0, accepted: null, closed: false });
});

test("what commits late is not passed over, and what waits for it is told once, in order", async () => {
  const world = await buildWorld();
  const ear = await process().join(world.actors.member.id);
  const [early, late] = [await session(), await session()];
  const tell = (client: pg.Client, subject: string) =>
    client.query(`WITH a AS (INSERT INTO "Announcement" (kind, "subjectId", "communityId") VALUES ('reply.posted', $1, $2)) SELECT pg_notify('${CHANNEL}', '')`, [subject, world.community.id]);
  const [first, second] = [await buildDiscussion(world.community.id, world.actors.author.id), await buildDiscussion(world.community.id, world.actors.author.id)];
  const before = await say(world);
  await until(ear, before);
  await early.query("BEGIN");
  await tell(early, first.id); // a lower id, that commits after …
  await late.query("BEGIN");
  await tell(late, second.id); // … this one
  await late.query("COMMIT");
  const after = say(world);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await early.query("COMMIT");
  await until(ear, await after);
  expect(ear.heard.map(({ post }) => post)).toEqual([before, first.id, second.id, await after]);
});

test("what nobody could hear while the connection that listens was cut is told when it is back", async () => {
  const world = await buildWorld();
  const ear = await process().join(world.actors.member.id);
  await until(ear, await say(world));
  const admin = await session();
  const { rowCount } = await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stepwell live'`);
  expect(rowCount).toBe(1);
  const replies = [await say(world), await say(world)];
  await until(ear, replies[1] ?? "");
  expect(ear.heard.slice(1).map(({ post }) => post)).toEqual(replies);
  await until(ear, await say(world));
});

test.each<State>([{ entry: "PRIVATE" }, { entry: "REQUEST" }])("what happens in a community of $entry reaches its members and no one else, whatever they watch", async (state) => {
  const world = await buildWorld(state);
  const here = process();
  const watches = [world.question.id, world.community.id];
  const outside = await Promise.all((["outsider", "HR admin", "administrator", "leader elsewhere"] as const).map((role) => here.join(world.actors[role].id, { watches })));
  const member = await here.join(world.actors.member.id);
  await until(member, await say(world));
  expect(outside.flatMap(({ heard }) => heard)).toEqual([]);
});

const states: State[] = [{}, { entry: "REQUEST" }, { entry: "PRIVATE" }, { archived: true }, { closed: true, entry: "PRIVATE" }, { deleted: true }];
test.each(states)("whoever is told of what happens in %j is who reads it, in every role", async (state) => {
  const world = await buildWorld(state);
  const people = roles.filter((role) => world.actors[role].kind === "person");
  const readers = people.map((role) => ({ person: world.actors[role].id, watches: [world.question.id] }));
  const of = { xid: 1n, id: 1n, kind: "reply.posted", subjectId: world.answer.id, communityId: world.community.id, userId: null };
  const told = (await news.tell([of], readers)).flatMap(({ to }) => [...to].map((place) => people[place]));
  const reads = await Promise.all(people.map((role) => db.discussion.count({ where: { AND: [{ id: world.question.id }, discussionsSeenBy(world.actors[role])] } })));
  expect(told.toSorted()).toEqual(people.filter((_, place) => reads[place]).toSorted());
});

test("whoever looks at a page of an open community hears what it shows, and nothing of the others", async () => {
  const [world, elsewhere] = [await buildWorld(), await buildWorld()];
  const ear = await process().join(world.actors.outsider.id, { watches: [world.question.id] });
  await say(elsewhere);
  const reply = await say(world);
  await until(ear, reply);
  expect(ear.heard.map(({ post }) => post)).toEqual([reply]);
});

test("whoever leaves goes silent; a discussion that was moved into a private community is told to its members only", async () => {
  const world = await buildWorld({ entry: "PRIVATE" });
  const here = process();
  const [leaver, stays] = [await here.join(world.actors.member.id), await here.join(world.actors.leader.id)];
  for (const ear of [leaver, stays]) await until(ear, await say(world));
  const heard = leaver.heard.length;
  expect((await leaveCommunity(world.actors.member, { slug: world.community.slug })).ok).toBe(true);
  await until(stays, await say(world));
  expect(leaver.heard).toHaveLength(heard);

  const open = await buildWorld();
  const watcher = await here.join(open.actors.outsider.id, { watches: [open.question.id] });
  await until(watcher, await say(open));
  await db.discussion.update({ where: { id: open.question.id }, data: { communityId: world.community.id } });
  await react(open.actors.leader, { discussionId: open.question.id, name: "thanks", on: true });
  await db.$transaction(async (tx) => tx.$executeRaw`WITH a AS (INSERT INTO "Announcement" (kind, "subjectId", "communityId") VALUES ('post.reacted', ${open.question.id}::uuid, ${open.community.id}::uuid)) SELECT pg_notify(${CHANNEL}, '')`);
  await until(stays, open.question.id);
  expect(watcher.heard).toHaveLength(1);
});

test("a stream ends when its session ends, or its account is closed", async () => {
  const world = await buildWorld();
  const here = process();
  const [member, leader, author] = [await here.join(world.actors.member.id), await here.join(world.actors.leader.id), await here.join(world.actors.author.id)];
  await until(author, await say(world));
  await db.session.update({ where: { id: member.session }, data: { endedAt: new Date() } });
  await db.user.update({ where: { id: world.actors.leader.id }, data: { closedAt: new Date() } });
  await soon(() => expect([member.ended, leader.ended, author.ended]).toEqual([true, true, false]));
  expect(here.hub.count()).toBe(1);
});

test("who comes back to another server hears what they missed and nothing twice; who was away too long starts over", async () => {
  const world = await buildWorld();
  const first = process();
  const ear = await first.join(world.actors.member.id);
  await until(ear, await say(world));
  ear.connection.end();
  const missed = [await say(world), await say(world)];
  const second = process();
  const back = await second.join(world.actors.member.id, { since: ear.last });
  await until(back, missed[1] ?? "");
  missed.push(await say(world));
  await until(back, missed[2] ?? "");
  expect(back.heard.map(({ post }) => post)).toEqual(missed);

  const [xid, id, at] = back.last.split("-").map(Number) as [number, number, number];
  for (const since of [`${xid}-${id}-${at - 3700}`, `${xid + 1_000_000}-0-${at}`]) {
    const lost = await second.join(world.actors.member.id, { since });
    await soon(() => expect(lost.heard.map(({ event }) => event)).toEqual(["reset"]));
  }
});

test("what is for one person reaches this person on every server, and is there only with its transaction", async () => {
  const world = await buildWorld();
  const [one, other] = [process(), process()];
  const [mine, mineToo, theirs] = [await one.join(world.actors.member.id), await other.join(world.actors.member.id), await one.join(world.actors.leader.id)];
  const message = { kind: "notification.made", userId: world.actors.member.id, subjectId: world.question.id };
  await expect(db.$transaction(async (tx) => { await announce(tx, { ...message, kind: "never" }); throw new Error("undone"); })).rejects.toThrow("undone");
  await db.$transaction((tx) => announce(tx, message));
  for (const ear of [mine, mineToo]) await soon(() => expect(ear.heard).toMatchObject([{ kind: "notification.made", id: world.question.id }]));
  await until(theirs, await say(world));
  expect(theirs.heard).toHaveLength(1);
});

test("who is told of a reply hears at once that there is a notification, however often its job runs, and that it was read elsewhere", async () => {
  const world = await buildWorld();
  const here = process();
  const [asker, member] = [await here.join(world.actors.author.id), await here.join(world.actors.leader.id)];
  const done = await postReply(world.actors.member, { discussionId: world.question.id, body: "It is the seal." });
  await carryAll();
  const kindsOf = (ear: { heard: { kind?: string }[] }) => [...new Set(ear.heard.map(({ kind }) => kind))];
  await soon(() => expect(kindsOf(asker)).toEqual(["reply.posted", "notification.made"]));
  await markRead(world.actors.author, { thread: world.question.id });
  await soon(() => expect(kindsOf(asker)).toEqual(["reply.posted", "notification.made", "notifications.read"]));
  expect([done.ok, kindsOf(member)]).toEqual([true, ["reply.posted"]]);
});

test("announcements are swept after an hour, and with them those of another time", async () => {
  const world = await buildWorld();
  await say(world);
  await db.$executeRaw`INSERT INTO "Announcement" (kind, "subjectId", at) VALUES ('old', ${world.question.id}::uuid, now() - interval '2 hours')`;
  await db.$executeRaw`INSERT INTO "Announcement" (kind, "subjectId", xid) VALUES ('ahead', ${world.question.id}::uuid, '999999999999')`;
  expect(await sweepAnnouncements(new Date())).toBe(2);
  expect(await db.announcement.findMany({ select: { kind: true } })).toEqual([{ kind: "reply.posted" }]);
});
