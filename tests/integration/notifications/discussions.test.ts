import { expect, test } from "vitest";
import { acceptAnswer, withdrawAcceptance } from "@/lib/discussions/acceptance/commands";
import { editDiscussion, startDiscussion } from "@/lib/discussions/commands";
import { closeQuietTopics } from "@/lib/discussions/jobs";
import { proposeMove, withdrawMove } from "@/lib/discussions/moves/commands";
import { react } from "@/lib/discussions/reactions/commands";
import { deleteReply, postReply } from "@/lib/discussions/replies/commands";
import { reportPost } from "@/lib/discussions/reports/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";
import { carryAll, follow, rowsOf, told } from "./told";

const start = { kind: "question", title: "Which glue?", body: "It comes off." };

/** A community, someone who asks there, someone who answers, and someone who only belongs. */
const cast = async (over = {}) => {
  const community = await buildCommunity(over);
  const [asker, helper, member] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] })];
  const question = await buildDiscussion(community.id, asker.id, { tags: ["glue"] });
  return { community, asker, helper, member, question };
};
const say = async (actor: Parameters<typeof postReply>[0], input: object) => {
  const done = await postReply(actor, { body: "Wheat paste.", ...input });
  if (!done.ok) throw new Error(done.why);
  return done.value.id;
};
const handleOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).handle;

test("a reply is told to who asked, to who wrote before and to who follows; once, and not to who wrote it", async () => {
  const { community, asker, helper, member, question } = await cast();
  const [follower, tagged, close, outsider] = [await buildActor({ memberOf: [community.id] }), await buildActor({ memberOf: [community.id] }), await buildActor(), await buildActor()];
  const tag = await db.tag.create({ data: { communityId: community.id, name: "glue" } });
  await buildReply(question.id, helper.id);
  await follow(follower.id, { communityId: community.id }, "EVERYTHING");
  await follow(tagged.id, { tagId: tag.id }, "EVERYTHING");
  await follow(close.id, { discussionId: question.id }, "EVERYTHING");
  const writer = await buildActor({ memberOf: [community.id] });
  await say(writer, { discussionId: question.id });
  await carryAll();
  expect(await told(asker)).toEqual(["reply-to-me started"]);
  expect(await told(helper)).toEqual(["reply wrote"]);
  expect(await told(follower)).toEqual(["reply community"]);
  expect(await told(tagged)).toEqual(["reply tag glue"]);
  expect(await told(close)).toEqual(["reply discussion"]);
  for (const one of [writer, member, outsider]) expect(await rowsOf(one)).toBe(0);
});

test("who is answered, and who is mentioned, is told that; whoever wants nothing of it hears nothing", async () => {
  const { asker, helper, member, question, community } = await cast();
  const answer = await buildReply(question.id, helper.id);
  await follow(asker.id, { discussionId: question.id }, "NOTHING");
  const silent = await buildActor({ memberOf: [community.id] });
  await follow(silent.id, { communityId: community.id }, "NOTHING");
  const writer = await buildActor({ memberOf: [community.id] });
  await say(writer, { discussionId: question.id, parentId: answer.id, body: `See @${await handleOf(member.id)} and @${await handleOf(silent.id)} and @${await handleOf(asker.id)}.` });
  await carryAll();
  expect(await told(helper)).toEqual(["reply-to-me answered"]);
  expect(await told(member)).toEqual(["mention mentioned"]);
  for (const one of [asker, silent]) expect(await rowsOf(one)).toBe(0);
});

test("a tag that became another one is followed on, and the loudest of several tags counts", async () => {
  const { community, helper, question } = await cast();
  const [glue, old, quiet] = [await db.tag.create({ data: { communityId: community.id, name: "glue" } }), await db.tag.create({ data: { communityId: community.id, name: "paste" } }), await db.tag.create({ data: { communityId: community.id, name: "paper" } })];
  await db.tag.update({ where: { id: old.id }, data: { mergedIntoId: glue.id } });
  await db.discussion.update({ where: { id: question.id }, data: { tags: ["glue", "paper"] } });
  const [loud, silent] = [await buildActor(), await buildActor()];
  await follow(loud.id, { tagId: old.id }, "EVERYTHING");
  await follow(loud.id, { tagId: quiet.id }, "NOTHING");
  await follow(silent.id, { tagId: quiet.id }, "NOTHING");
  await follow(silent.id, { communityId: community.id }, "EVERYTHING");
  await say(helper, { discussionId: question.id });
  await carryAll();
  expect([await told(loud), await rowsOf(silent)]).toEqual([["reply tag glue"], 0]);
});

test("a new discussion is told to who follows the community or its tag, and to who is mentioned", async () => {
  const { community, asker, helper, member } = await cast();
  const tag = await db.tag.create({ data: { communityId: community.id, name: "thread" } });
  const follower = await buildActor();
  await follow(helper.id, { communityId: community.id }, "EVERYTHING");
  await follow(follower.id, { tagId: tag.id }, "EVERYTHING");
  await startDiscussion(asker, { ...start, community: community.slug, tags: ["thread"], body: `Ask @${await handleOf(member.id)}.` });
  await carryAll();
  expect([await told(helper), await told(follower), await told(member), await rowsOf(asker)]).toEqual([["new-discussion community"], ["new-discussion tag thread"], ["mention mentioned"], 0]);
});

test("a call for help goes to who knows about it and may read it", async () => {
  const { community, asker, member } = await cast({ entry: "REQUEST" });
  await db.user.update({ where: { id: member.id }, data: { knows: ["glue", "leather"] } });
  const [outsider, other] = [await buildActor({ person: { knows: ["glue"] } }), await buildActor({ memberOf: [community.id], person: { knows: ["maps"] } })];
  const silent = await buildActor({ memberOf: [community.id], person: { knows: ["glue"] } });
  await follow(silent.id, { communityId: community.id }, "NOTHING");
  await startDiscussion(asker, { ...start, kind: "help-request", community: community.slug, tags: ["glue"] });
  await carryAll();
  expect(await told(member)).toEqual(["help-request knows glue"]);
  for (const one of [outsider, other, silent, asker]) expect(await rowsOf(one)).toBe(0);
});

test("who is mentioned by an edit is told then, and once", async () => {
  const { community, asker, member } = await cast();
  const begun = await startDiscussion(asker, { ...start, community: community.slug });
  const id = begun.ok ? begun.value.id : "";
  for (const version of [1, 2]) {
    expect(await editDiscussion(asker, { id, version, body: `Ask @${await handleOf(member.id)}, time ${version}.` })).toMatchObject({ ok: true });
    await carryAll();
  }
  expect(await told(member)).toEqual(["mention mentioned"]);
});

test("an accepted answer is told to its author, and to who asked where somebody else accepted it; withdrawn, it is gone", async () => {
  const { community, asker, helper, question } = await cast();
  const leader = await buildActor({ leads: [community.id] });
  const { id: replyId } = await buildReply(question.id, helper.id);
  await acceptAnswer(leader, { discussionId: question.id, replyId });
  await carryAll();
  expect([await told(helper), await told(asker), await rowsOf(leader)]).toEqual([["accepted author"], ["solved asker"], 0]);
  await withdrawAcceptance(leader, { discussionId: question.id });
  expect([await told(helper), await told(asker)]).toEqual([[], []]);
});

test("a reaction is told to the author once, however often it is given, and not once it is taken back", async () => {
  const { asker, helper, member, question } = await cast();
  const { id: replyId } = await buildReply(question.id, helper.id);
  for (const on of [true, false, true]) await react(member, { discussionId: question.id, replyId, name: "thanks", on });
  await react(asker, { discussionId: question.id, replyId, name: "inspired", on: true });
  await react(member, { discussionId: question.id, name: "same-here", on: true });
  await carryAll();
  expect([await told(helper), await told(asker)]).toEqual([["reaction author", "reaction author"], ["reaction author"]]);
  await react(member, { discussionId: question.id, replyId, name: "thanks", on: false });
  expect(await told(helper)).toEqual(["reaction author"]);
});

test("what asks something comes whatever is followed, and goes once it is done", async () => {
  const { community, asker, helper, question } = await cast({ entry: "PRIVATE" });
  const to = await buildCommunity();
  const leader = await buildActor({ leads: [community.id], memberOf: [to.id] });
  await db.follow.createMany({ data: [asker, helper, leader].map(({ id }) => ({ userId: id, discussionId: question.id, level: "NOTHING" as const })) });
  await buildReply(question.id, helper.id);
  const moving = await proposeMove(leader, { id: question.id, to: to.slug });
  await reportPost(helper, { discussionId: question.id, reason: "Rude." });
  await carryAll();
  expect([await told(asker), await told(helper), await told(leader)]).toEqual([["move-consent author"], ["move-consent author"], ["report leads"]]);
  await withdrawMove(leader, { id: moving.ok ? moving.value.moveId : "" });
  await db.report.updateMany({ data: { resolvedAt: new Date() } });
  expect([await told(asker), await told(helper), await told(leader)]).toEqual([[], [], []]);
});

test("a hot topic that closed itself asks its starter for a summary, until there is one", async () => {
  const { community, asker } = await cast();
  const topic = await buildDiscussion(community.id, asker.id, { kind: "HOT_TOPIC", lastActivityAt: new Date("2026-01-01") });
  await closeQuietTopics(new Date());
  await carryAll();
  expect(await told(asker)).toEqual(["summary started"]);
  await db.discussion.update({ where: { id: topic.id }, data: { summary: "So." } });
  expect(await told(asker)).toEqual([]);
});

test("a reply that is deleted before anybody heard of it is told to nobody, and one deleted after is seen by nobody", async () => {
  const { asker, helper, question } = await cast();
  const gone = await say(helper, { discussionId: question.id });
  await deleteReply(helper, { id: gone });
  await carryAll();
  expect(await rowsOf(asker)).toBe(0);
  const later = await say(helper, { discussionId: question.id });
  await carryAll();
  expect(await told(asker)).toEqual(["reply-to-me started"]);
  await deleteReply(helper, { id: later });
  expect(await told(asker)).toEqual([]);
});
