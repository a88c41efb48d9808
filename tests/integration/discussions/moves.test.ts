import { expect, test } from "vitest";
import { moveDiscussion } from "@/lib/discussions/moves/commands";
import { listMoveTargets } from "@/lib/discussions/moves/queries";
import { getDiscussion } from "@/lib/discussions/queries";
import { postReply } from "@/lib/discussions/replies/commands";
import { deleteDiscussion } from "@/lib/discussions/commands";
import { useTags } from "@/lib/discussions/texts/commands";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildMembership, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid, type Heard, leadersOnly } from "@/tests/support/roles";

const place = ({ id }: { id: string }) => db.discussion.findUniqueOrThrow({ where: { id }, select: { communityId: true, tags: true, pinnedAt: true } });
const counters = async () => Object.fromEntries((await db.community.findMany()).map(({ id, discussionCount }) => [id, discussionCount]));

/** A discussion of an open community, its leader, who is a member of another one, and that other one. */
const scene = async (to: Parameters<typeof buildCommunity>[0] = {}) => {
  const [from, target] = [await buildCommunity(), await buildCommunity(to)];
  const leader = await buildActor({ memberOf: [target.id], leads: [from.id] });
  const author = await buildActor({ memberOf: [from.id] });
  return { from, target, leader, author, discussion: await buildDiscussion(from.id, author.id) };
};

const outOfOpenOrRequest = { ...leadersOnly, PRIVATE: { ...leadersOnly.PRIVATE, leader: "needs-consent" } };

test.each(entries)("its leader moves a discussion at once, but out of a private community: %s", async (entry) => {
  const [from, to] = [await buildCommunity({ entry }), await buildCommunity()];
  const cast = await buildCast(from.id);
  for (const { id, kind } of Object.values(cast)) if (kind === "person") await buildMembership(id, to.id);
  for (const role of ["outsider", "member", "author", "leader", "leader-elsewhere"] as const) cast[role] = await actorOf(cast[role].id);
  const build = () => buildDiscussion(from.id, cast.author.id);
  expect(await everyoneTries({ cast, build, run: (actor, { id }) => moveDiscussion(actor, { id, to: to.slug }), row: place, event: "discussion.moved" })).toEqual(outOfOpenOrRequest[entry]);
});

test("counters, tags, what hangs on it and its place in the index go with it; the pin stays behind", async () => {
  const { from, target, leader, author, discussion } = await scene({ lastActivityAt: new Date("2020-01-01") });
  const lastActivityAt = new Date("2025-05-05");
  const { id } = discussion;
  await db.$transaction(async (tx) => {
    const tags = await useTags(tx, from.id, ["pump", "seal"]);
    await tx.discussion.update({ where: { id }, data: { tags, pinnedAt: new Date(), lastActivityAt } });
  });
  const sealing = await db.tag.create({ data: { communityId: target.id, name: "sealing" } });
  await db.tag.create({ data: { communityId: target.id, name: "seal", mergedIntoId: sealing.id } });
  await db.bookmark.create({ data: { userId: author.id, discussionId: id } });
  await db.mention.create({ data: { userId: leader.id, discussionId: id } });
  const file = await db.attachment.create({ data: { discussionId: id, name: "a.pdf", mediaType: "application/pdf", size: 1, storageKey: "x" } });
  await db.$executeRaw`INSERT INTO "SearchDocument" (id, kind, "communityId", "discussionId", language, title, text, tsv, at) VALUES (${id}::uuid, 'DISCUSSION', ${from.id}::uuid, ${id}::uuid, 'en', '', '', '', now())`;

  expect(await moveDiscussion(leader, { id, to: target.slug })).toMatchObject({ ok: true, value: { id, slug: target.slug } });

  expect(await place({ id })).toEqual({ communityId: target.id, tags: ["pump", "sealing"], pinnedAt: null });
  expect(await counters()).toEqual({ [from.id]: 0, [target.id]: 1 });
  const uses = await db.tag.findMany({ where: { OR: [{ communityId: from.id }, { name: { not: "seal" } }] }, orderBy: [{ name: "asc" }, { uses: "asc" }] });
  expect(uses.map((tag) => [tag.communityId === from.id ? "from" : "to", tag.name, tag.uses])).toEqual([["from", "pump", 0], ["to", "pump", 1], ["from", "seal", 0], ["to", "sealing", 1]]);
  expect((await db.community.findUniqueOrThrow({ where: { id: target.id } })).lastActivityAt).toEqual(lastActivityAt);
  expect([await db.bookmark.count({ where: { discussionId: id } }), await db.mention.count({ where: { discussionId: id } })]).toEqual([1, 1]);
  expect((await db.attachment.findUniqueOrThrow({ where: { id: file.id } })).discussionId).toBe(id);
  expect((await db.searchDocument.findFirstOrThrow()).communityId).toBe(target.id);
  expect(await db.event.findMany()).toMatchObject([{ name: "discussion.moved", subjectId: id, communityId: target.id, payload: { fromId: from.id } }]);
  expect(await db.discussionMove.findMany()).toMatchObject([{ discussionId: id, toId: target.id, proposedById: leader.id, doneAt: expect.any(Date) }]);
});

test("who read it where it was and does not belong where it goes, reads it no more", async () => {
  const { target, leader, author, discussion } = await scene({ entry: "PRIVATE" });
  expect(await getDiscussion(author, discussion.id)).not.toBeNull();
  expect(await moveDiscussion(leader, { id: discussion.id, to: target.slug })).toMatchObject({ ok: true });
  expect(await getDiscussion(author, discussion.id)).toBeNull();
  expect(await getDiscussion(leader, discussion.id)).toMatchObject({ community: { slug: target.slug } });
});

const targets = grid(`
                    OPEN       REQUEST    PRIVATE
  outsider          join-first join-first no-such-community
`);
test.each(entries)("one moves it only where one belongs; of a private community one does not hear: %s", async (entry) => {
  const { leader, discussion } = await scene();
  const foreign = await buildCommunity({ entry });
  expect(await moveDiscussion(leader, { id: discussion.id, to: foreign.slug })).toMatchObject({ why: targets[entry].outsider });
  expect(await moveDiscussion(leader, { id: discussion.id, to: "nowhere" })).toMatchObject({ why: "no-such-community" });
  expect(await db.event.count()).toBe(0);
});

test("not to where it stands, not to an archived community, not with reports that wait, not out of an archived one", async () => {
  const { from, target, leader, discussion } = await scene({ archivedAt: new Date() });
  const move = (to: string) => moveDiscussion(leader, { id: discussion.id, to });
  expect(await move(from.slug)).toMatchObject({ why: "already-there" });
  expect(await move(target.slug)).toMatchObject({ why: "target-archived" });
  await db.community.update({ where: { id: target.id }, data: { archivedAt: null } });
  await db.report.create({ data: { discussionId: discussion.id, reason: "Not here." } });
  expect(await move(target.slug)).toMatchObject({ why: "open-reports" });
  await db.community.update({ where: { id: from.id }, data: { archivedAt: new Date() } });
  expect(await move(target.slug)).toMatchObject({ why: "forbidden" });
  await db.discussion.update({ where: { id: discussion.id }, data: { deletedAt: new Date() } });
  expect(await move(target.slug)).toMatchObject({ why: "not-found" });
  expect([await place(discussion), await db.event.count()]).toMatchObject([{ communityId: from.id }, 0]);
});

test("a discussion can be closed, hidden or a question with an answer, and moves as it is", async () => {
  const { target, leader, discussion } = await scene();
  const reply = await buildReply(discussion.id, null);
  await db.discussion.update({ where: { id: discussion.id }, data: { closedAt: new Date(), hiddenAt: new Date(), acceptedReplyId: reply.id } });
  expect(await moveDiscussion(leader, { id: discussion.id, to: target.slug })).toMatchObject({ ok: true });
  expect(await db.discussion.findUnique({ where: { id: discussion.id } })).toMatchObject({ closedAt: expect.any(Date), hiddenAt: expect.any(Date), acceptedReplyId: reply.id, replyCount: 1 });
});

test("a move against a reply: it is posted before, or refused; never by a stranger, and never lost", async () => {
  const { from, target, leader, author, discussion } = await scene();
  const [moved, reply] = await race<Heard>({ table: "Discussion", id: discussion.id }, [
    () => moveDiscussion(leader, { id: discussion.id, to: target.slug }),
    () => postReply(author, { discussionId: discussion.id, body: "Meanwhile." }),
  ]);
  expect(moved).toMatchObject({ ok: true });
  if (!reply?.ok) expect(reply).toMatchObject({ why: "changed-meanwhile" });
  const { replyCount } = await db.discussion.findUniqueOrThrow({ where: { id: discussion.id } });
  expect([replyCount, await db.reply.count()]).toEqual(reply?.ok ? [1, 1] : [0, 0]);
  expect(await counters()).toEqual({ [from.id]: 0, [target.id]: 1 });
});

test("a move against a deletion, and two moves at once, leave the counters right", async () => {
  const { from, target, leader, author, discussion } = await scene();
  const third = await buildCommunity();
  await buildMembership(leader.id, third.id);
  const mover = await actorOf(leader.id);
  await race<Heard>({ table: "Discussion", id: discussion.id }, [
    () => moveDiscussion(mover, { id: discussion.id, to: target.slug }),
    () => moveDiscussion(mover, { id: discussion.id, to: third.slug }),
    () => deleteDiscussion(author, { id: discussion.id }),
  ]);
  const { communityId, deletedAt } = await db.discussion.findUniqueOrThrow({ where: { id: discussion.id } });
  const none = { [from.id]: 0, [target.id]: 0, [third.id]: 0 };
  expect(await counters()).toEqual(deletedAt ? none : { ...none, [communityId]: 1 });
});

test.each([["tags", ["pump"]], ["none", []]] as const)("two discussions that change places at once do not lock each other out, with tags or without: %s", async (_which, tags) => {
  const [one, other] = [await buildCommunity(), await buildCommunity()];
  const leader = await buildActor({ leads: [one.id, other.id] });
  const [here, there] = await Promise.all([one, other].map(({ id }) => buildDiscussion(id, null)));
  for (const { id } of [one, other]) await db.$transaction((tx) => useTags(tx, id, [...tags]));
  await db.discussion.updateMany({ data: { tags: [...tags] } });
  const held = await race<Heard>({ table: "Community", id: one.id < other.id ? one.id : other.id }, [
    () => moveDiscussion(leader, { id: here?.id, to: other.slug }),
    () => moveDiscussion(leader, { id: there?.id, to: one.slug }),
  ]);
  expect(held.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await counters()).toEqual({ [one.id]: 1, [other.id]: 1 });
});

test("the choice of places: living ones one belongs to, without this one", async () => {
  const { from, target, leader } = await scene({ name: "Zebra" });
  const [archived, nearer] = [await buildCommunity({ archivedAt: new Date() }), await buildCommunity({ name: "Aardvark", entry: "PRIVATE" })];
  await buildCommunity();
  for (const { id } of [archived, nearer]) await buildMembership(leader.id, id);
  expect(await listMoveTargets(await actorOf(leader.id), from.id)).toMatchObject([{ id: nearer.id, entry: "PRIVATE" }, { id: target.id }]);
});
