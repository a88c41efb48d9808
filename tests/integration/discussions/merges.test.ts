import { expect, test } from "vitest";
import { editDiscussion, restoreDiscussion } from "@/lib/discussions/commands";
import { mergeDiscussion } from "@/lib/discussions/merges/commands";
import { moveDiscussion } from "@/lib/discussions/moves/commands";
import { getDiscussion, getForwarding } from "@/lib/discussions/queries";
import { deleteReply, editReply, postReply } from "@/lib/discussions/replies/commands";
import { listReplies } from "@/lib/discussions/replies/queries";
import { getHistory } from "@/lib/discussions/revisions/queries";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, type Heard, leadersOnly } from "@/tests/support/roles";

const outcome = (result: { ok: true } | { ok: false; why: string }) => (result.ok ? "ok" : result.why);
const scene = async (entry: "OPEN" | "REQUEST" | "PRIVATE" = "OPEN") => {
  const community = await buildCommunity({ entry });
  const leader = await buildActor({ leads: [community.id] });
  return { community, leader, from: await buildDiscussion(community.id, leader.id), into: await buildDiscussion(community.id, null) };
};
/** Counters as they are kept, and as they would be counted. */
const counted = async () => {
  const discussions = await db.discussion.findMany({ include: { replies: true } });
  const communities = await db.community.findMany();
  return {
    kept: [...discussions.filter((one) => !one.deletedAt).map((one) => one.replyCount), ...communities.map((one) => one.discussionCount)],
    real: [
      ...discussions.filter((one) => !one.deletedAt).map((one) => one.replies.filter((reply) => !reply.deletedAt).length),
      ...communities.map(({ id }) => discussions.filter((one) => one.communityId === id && !one.deletedAt).length),
    ],
  };
};

test.each(entries)("leaders merge what they lead: %s", async (entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const into = await buildDiscussion(community.id, null);
  const row = ({ id }: { id: string }) => db.discussion.findUnique({ where: { id }, select: { mergedIntoId: true, deletedAt: true } });
  const build = () => buildDiscussion(community.id, cast.author.id);
  expect(await everyoneTries({ cast, build, run: (actor, { id }) => mergeDiscussion(actor, { id, into: into.id }), row, event: "discussion.merged" })).toEqual(leadersOnly[entry]);
});

test("the first post becomes a reply with its author, date and reactions, under its title; the replies follow", async () => {
  const { community, leader, into } = await scene();
  const [asker, helper, reader] = [await buildPerson(), await buildPerson(), await buildActor()];
  const createdAt = new Date("2025-02-03");
  const from = await buildDiscussion(community.id, asker.id, {
    title: "Pump *stops*", body: "Every day.", summary: "A seal.", createdAt, thanks: 1, importedVotes: 4, sourceUrl: "https://example.org/7", language: "en", tags: ["pump"], version: 2,
  });
  await db.tag.create({ data: { communityId: community.id, name: "pump", uses: 1 } });
  const answer = await buildReply(from.id, helper.id);
  const below = await buildReply(from.id, asker.id, { parentId: answer.id });
  await buildReply(from.id, helper.id, { deletedAt: new Date() });
  const here = { userId: reader.id, discussionId: from.id };
  await db.reaction.createMany({ data: [{ ...here, name: "THANKS" }, { ...here, name: "THANKS", replyId: answer.id }] });
  await db.bookmark.createMany({ data: [here, { ...here, replyId: below.id }] });
  await db.mention.create({ data: here });
  await db.report.create({ data: { discussionId: from.id, reason: "Twice." } });
  await db.revision.create({ data: { discussionId: from.id, version: 1, title: "Pump", body: "Day.", language: "en" } });
  const file = await db.attachment.create({ data: { discussionId: from.id, name: "a.pdf", mediaType: "application/pdf", size: 1, storageKey: "x" } });
  await db.draft.createMany({ data: [
    { userId: reader.id, place: `reply:${from.id}`, fields: { body: "half" } },
    { userId: leader.id, place: `reply:${from.id}:${answer.id}`, fields: { body: "a word" } },
    { userId: helper.id, place: `reply:${from.id}`, fields: { body: "lost?" } },
    { userId: helper.id, place: `reply:${into.id}`, fields: { body: "here already" } },
  ] });

  const merged = await mergeDiscussion(leader, { id: from.id, into: `https://portal.example.org/communities/${community.slug}/discussions/${into.id}?to=1#p-2` });
  if (!merged.ok) throw new Error(merged.why);
  const { replyId } = merged.value;

  const { answers } = await listReplies(reader, { discussionId: into.id });
  expect(answers.map(({ id }) => id)).toEqual([replyId, answer.id]);
  expect(answers[0]).toMatchObject({
    authorId: asker.id, createdAt, thanks: 1, importedVotes: 4, sourceUrl: "https://example.org/7", version: 3, mine: ["THANKS"], bookmarked: true,
    html: "<p><strong>Pump *stops*</strong></p>\n<p>Every day.</p>\n<hr />\n<p>A seal.</p>\n",
  });
  expect(answers[1]).toMatchObject({ mine: ["THANKS"], replies: [{ id: below.id, bookmarked: true }] });
  expect((await getHistory(reader, { discussionId: into.id, replyId }))?.steps.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(await db.mention.findFirst()).toMatchObject({ discussionId: into.id, replyId });
  expect(await db.report.findFirst()).toMatchObject({ discussionId: into.id, replyId });
  expect(await db.attachment.findUnique({ where: { id: file.id } })).toMatchObject({ discussionId: into.id, replyId });
  expect((await db.draft.findMany({ orderBy: { place: "asc" } })).map(({ place }) => place).sort()).toEqual(
    [`reply:${from.id}`, `reply:${into.id}`, `reply:${into.id}`, `reply:${into.id}:${answer.id}`].sort(),
  );
  expect(await db.tag.findFirst()).toMatchObject({ uses: 0 });
  const { kept, real } = await counted();
  expect(kept).toEqual(real);
  expect(await db.discussion.findUnique({ where: { id: into.id } })).toMatchObject({ replyCount: 3, lastReplierId: asker.id, title: into.title });
  expect(await db.event.findMany()).toMatchObject([{ name: "discussion.merged", subjectId: from.id, communityId: community.id, payload: { intoId: into.id, replyId } }]);
});

test("the old address leads to where it went, over any number of merges, and only for who may read there", async () => {
  const { community, leader, from, into } = await scene();
  const end = await buildDiscussion(community.id, null);
  const reader = await buildActor();
  await mergeDiscussion(leader, { id: from.id, into: into.id });
  await mergeDiscussion(leader, { id: into.id, into: end.id });
  expect(await getDiscussion(reader, from.id)).toBeNull();
  for (const old of [from, into]) expect(await getForwarding(reader, old.id)).toEqual({ id: end.id, slug: community.slug });
  await db.community.update({ where: { id: community.id }, data: { entry: "PRIVATE" } });
  expect(await getForwarding(reader, from.id)).toBeNull();
  expect(await restoreDiscussion(leader, { id: from.id })).toMatchObject({ why: "not-found" });
});

test("merging into what was merged goes to its end; never into itself, in any round", async () => {
  const { community, leader, from, into } = await scene();
  const third = await buildDiscussion(community.id, null);
  await mergeDiscussion(leader, { id: from.id, into: into.id });
  expect(await mergeDiscussion(leader, { id: third.id, into: from.id })).toMatchObject({ ok: true, value: { intoId: into.id } });
  expect(await mergeDiscussion(leader, { id: into.id, into: from.id })).toMatchObject({ why: "same-discussion" });
  expect(await mergeDiscussion(leader, { id: into.id, into: into.id })).toMatchObject({ why: "same-discussion" });
  expect(await mergeDiscussion(leader, { id: from.id, into: into.id })).toMatchObject({ why: "not-found" });
  expect(await db.event.count()).toBe(2);
});

test.each([
  ["a question without an accepted answer takes over the other's", {}, true],
  ["its own accepted answer stays", { own: true }, false],
  ["what is no question has none", { kind: "DISCUSSION" }, false],
] as const)("%s", async (_what, { own = false, ...over }: { own?: boolean; kind?: "DISCUSSION" }, inherits) => {
  const { community, leader, from } = await scene();
  const into = await buildDiscussion(community.id, null, over);
  const mine = own ? await buildReply(into.id, null) : null;
  if (mine) await db.discussion.update({ where: { id: into.id }, data: { acceptedReplyId: mine.id } });
  const answer = await buildReply(from.id, null);
  const acceptedAt = new Date("2025-01-01");
  await db.discussion.update({ where: { id: from.id }, data: { acceptedReplyId: answer.id, acceptedById: leader.id, acceptedAt } });
  expect(await mergeDiscussion(leader, { id: from.id, into: into.id })).toMatchObject({ ok: true });
  expect(await db.discussion.findUnique({ where: { id: into.id } })).toMatchObject(inherits ? { acceptedReplyId: answer.id, acceptedById: leader.id, acceptedAt } : { acceptedReplyId: mine?.id ?? null });
  expect(await db.discussion.findUnique({ where: { id: from.id } })).toMatchObject({ acceptedReplyId: null });
});

test("out of a private community nothing is merged away; into one it may be, and is read there only", async () => {
  const { leader, from } = await scene("PRIVATE");
  const open = await buildCommunity();
  await buildMembership(leader.id, open.id, "LEADER");
  const both = await actorOf(leader.id);
  const outside = await buildDiscussion(open.id, null);
  expect(await mergeDiscussion(both, { id: from.id, into: outside.id })).toMatchObject({ why: "private-stays" });
  expect(await db.event.count()).toBe(0);
  await db.report.create({ data: { discussionId: outside.id, reason: "Here?" } });
  expect(await mergeDiscussion(both, { id: outside.id, into: from.id })).toMatchObject({ why: "open-reports" });
  await db.report.updateMany({ data: { resolvedAt: new Date() } });
  expect(await mergeDiscussion(both, { id: outside.id, into: from.id })).toMatchObject({ ok: true });
  expect(await getForwarding(await buildActor(), outside.id)).toBeNull();
  const { kept, real } = await counted();
  expect(kept).toEqual(real);
});

test("of what one does not see, or does not lead, nothing is merged into", async () => {
  const { community, leader, from } = await scene();
  const hidden = await buildDiscussion((await buildCommunity({ entry: "PRIVATE" })).id, null);
  const foreign = await buildDiscussion((await buildCommunity()).id, null);
  const deleted = await buildDiscussion(community.id, null, { deletedAt: new Date() });
  const archived = await buildDiscussion((await buildCommunity({ archivedAt: new Date() })).id, null);
  const heard = [];
  for (const into of [hidden.id, deleted.id, leader.id, foreign.id, archived.id, "nonsense", ""]) heard.push(outcome(await mergeDiscussion(leader, { id: from.id, into })));
  expect(heard).toEqual(["no-such-discussion", "no-such-discussion", "no-such-discussion", "forbidden", "forbidden", "invalid", "invalid"]);
  await db.community.update({ where: { id: community.id }, data: { archivedAt: new Date() } });
  expect(await mergeDiscussion(leader, { id: from.id, into: foreign.id })).toMatchObject({ why: "forbidden" });
  expect(await db.event.count()).toBe(0);
});

test("a hidden first post stays hidden as a reply", async () => {
  const { community, leader, into } = await scene();
  const from = await buildDiscussion(community.id, null, { hiddenAt: new Date(), hiddenReason: "Names." });
  await mergeDiscussion(leader, { id: from.id, into: into.id });
  expect((await listReplies(leader, { discussionId: into.id })).answers).toMatchObject([{ body: "", hiddenReason: "Names." }]);
});

test("two discussions merged into each other at once: one goes into the other", async () => {
  const { leader, from, into } = await scene();
  const both = await race<Heard>({ table: "Discussion", id: from.id }, [() => mergeDiscussion(leader, { id: from.id, into: into.id }), () => mergeDiscussion(leader, { id: into.id, into: from.id })]);
  expect(both.map(outcome).sort()).toEqual(["ok", "same-discussion"]);
  const { kept, real } = await counted();
  expect([kept, await db.event.count()]).toEqual([real, 1]);
});

test("a chain merged at once ends at its end", async () => {
  const { community, leader, from, into } = await scene();
  const end = await buildDiscussion(community.id, null);
  const both = await race<Heard>({ table: "Discussion", id: into.id }, [() => mergeDiscussion(leader, { id: into.id, into: end.id }), () => mergeDiscussion(leader, { id: from.id, into: into.id })]);
  expect(both.map(outcome)).toEqual(["ok", "ok"]);
  expect((await db.discussion.findMany({ where: { mergedIntoId: { not: null } } })).map((one) => one.mergedIntoId)).toEqual([end.id, end.id]);
  const { kept, real } = await counted();
  expect(kept).toEqual(real);
});

test("a merge against a reply, an edit, and a move loses nothing", async () => {
  const { community, leader, from, into } = await scene();
  const other = await buildCommunity();
  await buildMembership(leader.id, other.id);
  const actor = await actorOf(leader.id);
  const [merged, reply, edit, move] = await race<Heard>({ table: "Discussion", id: from.id }, [
    () => mergeDiscussion(actor, { id: from.id, into: into.id }),
    () => postReply(actor, { discussionId: from.id, body: "Meanwhile." }),
    () => editDiscussion(actor, { id: from.id, version: 1, body: "Edited meanwhile." }),
    () => moveDiscussion(actor, { id: from.id, to: other.slug }),
  ]);
  const went = merged?.ok ? into.id : from.id;
  if (reply?.ok) expect((await db.reply.findFirstOrThrow({ where: { body: "Meanwhile." } })).discussionId).toBe(went);
  else expect([reply?.why, await db.reply.count({ where: { body: "Meanwhile." } })]).toEqual(["changed-meanwhile", 0]);
  const text = merged?.ok ? (await db.reply.findFirstOrThrow({ where: { discussionId: into.id, body: { contains: "**" } } })).body : (await db.discussion.findUniqueOrThrow({ where: { id: from.id } })).body;
  expect(text.includes("Edited meanwhile.")).toBe(edit?.ok);
  if (!edit?.ok) expect(edit?.why).toBe("stale");
  expect([merged?.ok, move?.ok]).toContain(true);
  const { kept, real } = await counted();
  expect(kept).toEqual(real);
  expect(community.id).not.toBe(other.id);
});

test("an edit or a deletion of a reply in the moment of a merge arrives where the reply is", async () => {
  const { leader, from, into } = await scene();
  const [edited, deleted] = [await buildReply(from.id, leader.id), await buildReply(from.id, leader.id)];
  const [merged, edit, removal] = await race<Heard>({ table: "Reply", id: edited.id }, [
    () => mergeDiscussion(leader, { id: from.id, into: into.id }),
    () => editReply(leader, { id: edited.id, version: 1, body: "Better." }),
  ]).then(async (both) => [...both, await deleteReply(leader, { id: deleted.id })]);
  expect([merged?.ok, removal?.ok]).toEqual([true, true]);
  const now = await db.reply.findUniqueOrThrow({ where: { id: edited.id } });
  expect(now).toMatchObject({ discussionId: into.id, body: edit?.ok ? "Better." : edited.body });
  if (edit?.ok) expect((await getHistory(leader, { discussionId: into.id, replyId: edited.id }))?.steps).toHaveLength(2);
  const { kept, real } = await counted();
  expect(kept).toEqual(real);
});
