import { expect, test } from "vitest";
import { consentToMove, proposeMove, withdrawMove } from "@/lib/discussions/moves/commands";
import { getProposal } from "@/lib/discussions/moves/queries";
import { postReply } from "@/lib/discussions/replies/commands";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid, type Heard, type Role } from "@/tests/support/roles";

const where = async (id: string) => (await db.discussion.findUniqueOrThrow({ where: { id } })).communityId;
const names = async () => (await db.event.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] })).map(({ name }) => name);

/** A discussion of a private community by one author, with a reply by another; its leader is a member of an open one. */
const scene = async ({ replier = true } = {}) => {
  const [from, target] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity()];
  const leader = await buildActor({ memberOf: [target.id], leads: [from.id], person: { name: "Lars" } });
  const [author, other] = [await buildActor({ memberOf: [from.id], person: { name: "Anna" } }), await buildActor({ memberOf: [from.id], person: { name: "Bo" } })];
  const discussion = await buildDiscussion(from.id, author.id);
  if (replier) await buildReply(discussion.id, other.id);
  return { from, target, leader, author, other, discussion };
};
const propose = async (leader: Actor, id: string, to: string) => {
  const result = await proposeMove(leader, { id, to });
  if (!result.ok) throw new Error(result.why);
  return result.value;
};

const proposing = grid(`
                    OPEN              REQUEST           PRIVATE
  visitor           not-found         not-found         not-found
  outsider          forbidden         not-found         not-found
  member            forbidden         forbidden         forbidden
  author            forbidden         forbidden         forbidden
  leader            needs-no-consent  needs-no-consent  ok
  leader-elsewhere  forbidden         not-found         not-found
  administrator     forbidden         not-found         not-found
  hr-admin          forbidden         not-found         not-found
  system            forbidden         forbidden         forbidden
`);

test.each(entries)("its leader proposes a move, where consent is needed: %s", async (entry) => {
  const [from, to] = [await buildCommunity({ entry }), await buildCommunity()];
  const cast = await buildCast(from.id);
  await buildMembership(cast.leader.id, to.id);
  cast.leader = await actorOf(cast.leader.id);
  const build = () => buildDiscussion(from.id, cast.author.id);
  const row = ({ id }: { id: string }) => db.discussionMove.findMany({ where: { discussionId: id }, select: { toId: true, doneAt: true } });
  expect(await everyoneTries({ cast, build, run: (actor, { id }) => proposeMove(actor, { id, to: to.slug }), row, event: "move.proposed" })).toEqual(proposing[entry]);
  expect(await db.discussion.count({ where: { communityId: to.id } })).toBe(0);
});

const heard: [string, typeof consentToMove | typeof withdrawMove, Partial<Record<Role, string>>][] = [
  ["move.consented", consentToMove, { author: "ok", leader: "forbidden", member: "forbidden" }],
  ["move.withdrawn", withdrawMove, { author: "ok", leader: "ok", member: "forbidden" }],
];
test.each(heard)("%s is for the authors", async (event, command, inside) => {
  const [from, to] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity()];
  const cast = await buildCast(from.id);
  const build = async () => {
    const discussion = await buildDiscussion(from.id, cast.author.id);
    await buildReply(discussion.id, (await buildActor({ memberOf: [from.id] })).id);
    return db.discussionMove.create({ data: { discussionId: discussion.id, toId: to.id, proposedById: cast.leader.id } });
  };
  const row = ({ id }: { id: string }) => db.discussionMove.findUnique({ where: { id }, select: { doneAt: true, consents: { select: { userId: true } } } });
  const outcomes = await everyoneTries({ cast, build, run: (actor, { id }) => command(actor, { id }), row, event });
  const outside = Object.fromEntries(["visitor", "outsider", "leader-elsewhere", "administrator", "hr-admin"].map((role) => [role, "not-found"]));
  expect(outcomes).toEqual({ ...outside, ...inside, system: "forbidden" });
});

test("it goes with the last author's consent, and what is recorded of it elsewhere names no private place", async () => {
  const { from, target, leader, author, other, discussion } = await scene();
  const { moveId, done } = await propose(leader, discussion.id, target.slug);
  expect(done).toBe(false);
  expect(await getProposal(other, discussion.id, new Date())).toMatchObject({
    id: moveId, proposer: "Lars", to: { slug: target.slug, entry: "OPEN" }, authors: [{ name: "Anna", consented: false }, { name: "Bo", consented: false }],
  });
  expect(await consentToMove(author, { id: moveId })).toMatchObject({ ok: true, value: { done: false } });
  expect(await consentToMove(author, { id: moveId })).toMatchObject({ ok: false, why: "already-consented" });
  expect(await where(discussion.id)).toBe(from.id);
  expect(await consentToMove(other, { id: moveId })).toMatchObject({ ok: true, value: { done: true } });
  expect(await where(discussion.id)).toBe(target.id);
  expect(await consentToMove(other, { id: moveId })).toMatchObject({ ok: false, why: "not-found" });
  expect(await getProposal(other, discussion.id, new Date())).toBeNull();
  expect(await names()).toEqual(["move.proposed", "move.consented", "discussion.moved", "move.consented"]);
  expect(await db.event.findMany({ where: { communityId: target.id } })).toMatchObject([{ name: "discussion.moved", subjectId: discussion.id, payload: {} }]);
  expect(JSON.stringify(await db.event.findMany({ where: { communityId: target.id } }))).not.toContain(from.id);
  expect([await db.community.findUnique({ where: { id: from.id } }), await db.community.findUnique({ where: { id: target.id } })]).toMatchObject([{ discussionCount: 0 }, { discussionCount: 1 }]);
});

test("what the leader wrote alone goes at once; what only others wrote asks them, not the leader", async () => {
  const { from, target, leader, author } = await scene();
  const own = await buildDiscussion(from.id, leader.id);
  expect(await propose(leader, own.id, target.slug)).toMatchObject({ done: true });
  expect(await where(own.id)).toBe(target.id);
  const anothers = await buildDiscussion(from.id, author.id);
  const { moveId } = await propose(leader, anothers.id, target.slug);
  expect(await consentToMove(leader, { id: moveId })).toMatchObject({ why: "forbidden" });
});

test("who replies after the proposal is asked too, and so is who could still take a deletion back", async () => {
  const { from, target, leader, author, discussion } = await scene({ replier: false });
  const [late, deleter, long] = [await buildActor({ memberOf: [from.id] }), await buildActor({ memberOf: [from.id] }), await buildActor({ memberOf: [from.id] })];
  const ago = (minutes: number) => ({ deletedAt: new Date(Date.now() - minutes * 60_000) });
  await buildReply(discussion.id, deleter.id, ago(5));
  await buildReply(discussion.id, long.id, ago(60));
  const { moveId } = await propose(leader, discussion.id, target.slug);
  expect(await postReply(late, { discussionId: discussion.id, body: "Between us." })).toMatchObject({ ok: true });
  expect(await consentToMove(author, { id: moveId })).toMatchObject({ value: { done: false } });
  expect(await consentToMove(long, { id: moveId })).toMatchObject({ why: "forbidden" });
  expect(await consentToMove(deleter, { id: moveId })).toMatchObject({ value: { done: false } });
  expect(await consentToMove(late, { id: moveId })).toMatchObject({ value: { done: true } });
});

test.each(["has left the portal", "has left the community", "was imported by name", "was erased"] as const)("an author who %s cannot be asked, so the discussion stays", async (how) => {
  const { from, target, leader, discussion } = await scene();
  const someone = await buildPerson({ closedAt: how === "has left the portal" ? new Date() : null });
  if (how === "has left the portal") await buildMembership(someone.id, from.id);
  const byName = how === "was imported by name" ? { authorName: "Somebody" } : {};
  await buildReply(discussion.id, how.startsWith("has left") ? someone.id : null, byName);
  expect(await proposeMove(leader, { id: discussion.id, to: target.slug })).toMatchObject({ ok: false, why: "author-gone" });
  expect([await db.discussionMove.count(), await db.event.count()]).toEqual([0, 0]);
});

test.each([
  ["the proposer leads no more", "lapsed"],
  ["the proposer has left the other community", "lapsed"],
  ["the other community is archived", "lapsed"],
  ["a report waits", "open-reports"],
] as const)("with the last consent it is asked again whether it may go: %s", async (what, why) => {
  const { from, target, leader, author, discussion } = await scene({ replier: false });
  const { moveId } = await propose(leader, discussion.id, target.slug);
  const of = (communityId: string) => ({ userId_communityId: { userId: leader.id, communityId } });
  if (what.includes("leads no more")) await db.membership.update({ where: of(from.id), data: { role: "MEMBER" } });
  if (what.includes("has left")) await db.membership.delete({ where: of(target.id) });
  if (what.includes("archived")) await db.community.update({ where: { id: target.id }, data: { archivedAt: new Date() } });
  if (what.includes("report")) await db.report.create({ data: { discussionId: discussion.id, reason: "No." } });
  expect(await consentToMove(author, { id: moveId })).toMatchObject({ ok: false, why });
  expect([await where(discussion.id), await db.moveConsent.count(), await names()]).toEqual([from.id, 0, ["move.proposed"]]);
});

test("one author's no ends it, and a new proposal starts from nothing", async () => {
  const { target, leader, author, other, discussion } = await scene();
  const first = await propose(leader, discussion.id, target.slug);
  await consentToMove(author, { id: first.moveId });
  expect(await withdrawMove(other, { id: first.moveId })).toMatchObject({ ok: true });
  expect(await db.discussionMove.count()).toBe(0);
  const second = await propose(leader, discussion.id, target.slug);
  const third = await propose(leader, discussion.id, target.slug);
  expect(await consentToMove(author, { id: second.moveId })).toMatchObject({ why: "not-found" });
  expect((await getProposal(author, discussion.id, new Date()))?.authors.filter(({ consented }) => consented)).toEqual([]);
  expect(await db.discussionMove.findMany()).toMatchObject([{ id: third.moveId }]);
});

test("nobody consents in an archived community, and a private target is named to none who does not know it", async () => {
  const { from, leader, author, discussion } = await scene();
  const secret = await buildCommunity({ entry: "PRIVATE" });
  await buildMembership(leader.id, secret.id);
  const { moveId } = await propose(await actorOf(leader.id), discussion.id, secret.slug);
  expect((await getProposal(author, discussion.id, new Date()))?.to).toBeNull();
  expect((await getProposal(await actorOf(leader.id), discussion.id, new Date()))?.to).toMatchObject({ slug: secret.slug });
  expect(await getProposal(await buildActor({ roles: ["ADMINISTRATOR"] }), discussion.id, new Date())).toBeNull();
  await db.community.update({ where: { id: from.id }, data: { archivedAt: new Date() } });
  expect(await consentToMove(author, { id: moveId })).toMatchObject({ why: "forbidden" });
});

test("the last two consents at once move it once", async () => {
  const { target, leader, author, other, discussion } = await scene();
  const { moveId } = await propose(leader, discussion.id, target.slug);
  const both = await race({ table: "Discussion", id: discussion.id }, [author, other].map((actor) => () => consentToMove(actor, { id: moveId })));
  expect(both.map((result) => (result.ok ? result.value.done : result.why)).sort()).toEqual([false, true]);
  expect([await where(discussion.id), (await names()).filter((name) => name === "discussion.moved")]).toEqual([target.id, ["discussion.moved"]]);
});

test("a reply in the same moment as the last consent is never carried out without its author's", async () => {
  const { from, target, leader, author, discussion } = await scene({ replier: false });
  const late = await buildActor({ memberOf: [from.id] });
  const { moveId } = await propose(leader, discussion.id, target.slug);
  const [reply, consent] = await race<Heard>({ table: "Discussion", id: discussion.id }, [
    () => postReply(late, { discussionId: discussion.id, body: "Between us." }),
    () => consentToMove(author, { id: moveId }),
  ]);
  expect(consent?.ok).toBe(true);
  expect([await where(discussion.id), await db.reply.count()]).toEqual(reply?.ok ? [from.id, 1] : [target.id, 0]);
});
