import { expect, test } from "vitest";
import { acceptAnswer } from "@/lib/discussions/acceptance/commands";
import { deleteDiscussion, editDiscussion, restoreDiscussion, startDiscussion } from "@/lib/discussions/commands";
import { getDiscussion, listDiscussions } from "@/lib/discussions/queries";
import { react } from "@/lib/discussions/reactions/commands";
import { deleteReply, postReply, restoreReply } from "@/lib/discussions/replies/commands";
import { listReplies } from "@/lib/discussions/replies/queries";
import { ListDiscussions } from "@/lib/discussions/schema";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildMembership, buildPerson } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildWorld } from "@/tests/support/worlds";

const start = { kind: "question", title: "Как охладить бур?", body: "Он нагревается каждый **понедельник**, что делать?" } as const;

test("a discussion is started, listed first, read with its language found out, and counted", async () => {
  const { community, actors } = await buildWorld();
  const result = await startDiscussion(actors.member, { ...start, community: community.slug, tags: "Cooling, soft ground, cooling" });
  if (!result.ok) throw new Error(result.why);
  const { items } = await listDiscussions(actors.outsider, { ...ListDiscussions.parse({}), communityId: community.id, actorId: actors.outsider.id });
  expect(items[0]).toMatchObject({ id: result.value.id, title: start.title, tags: ["cooling", "soft-ground"], replyCount: 0, accepted: false });
  expect(await getDiscussion(actors.outsider, result.value.id)).toMatchObject({ language: "ru", version: 1, html: expect.stringContaining("<strong>понедельник</strong>") });
  expect(await db.community.findUnique({ where: { id: community.id } })).toMatchObject({ discussionCount: 2 });
  expect(await db.tag.findMany({ orderBy: { name: "asc" } })).toMatchObject([{ name: "cooling", uses: 1 }, { name: "soft-ground", uses: 1 }]);
});

test("what is too long or missing is named by the field, before anything is rendered", async () => {
  const { community, actors } = await buildWorld();
  const result = await startDiscussion(actors.member, { community: community.slug, kind: "question", title: "x".repeat(201), body: "y".repeat(50_001), tags: ["a b!"] });
  expect(result).toMatchObject({ ok: false, why: "invalid", fields: { title: ["too-long"], body: ["too-long"], "tags.0": ["tag-letters"] } });
});

test("twenty identical submits of one form make one discussion", async () => {
  const { community, actors } = await buildWorld();
  const results = await Promise.all(Array.from({ length: 20 }, () => startDiscussion(actors.member, { ...start, community: community.slug }, { key: "form-1" })));
  expect(new Set(results.map((one) => one.ok && one.value.id)).size).toBe(1);
  expect(await db.discussion.count()).toBe(2);
  expect(await startDiscussion(actors.member, { ...start, title: "Other", community: community.slug }, { key: "form-1" })).toMatchObject({ ok: false, why: "conflict" });
});

test("two people edit the same text: the second is refused with what stands now, and the history keeps the first", async () => {
  const { question, actors } = await buildWorld();
  const edits = [actors.author, actors.leader].map((actor, place) => () => editDiscussion(actor, { id: question.id, version: 1, body: `Text ${place}` }));
  const results = await race({ table: "Discussion", id: question.id }, edits);
  expect(results.filter((one) => one.ok)).toHaveLength(1);
  const stands = await db.discussion.findUniqueOrThrow({ where: { id: question.id } });
  expect(results.find((one) => !one.ok)).toMatchObject({ why: "stale", current: { version: 2, body: stands.body } });
  expect(await db.revision.findMany()).toMatchObject([{ version: 1, body: question.body }]);
  expect(await editDiscussion(actors.author, { id: question.id, version: 1, body: "Late" })).toMatchObject({ why: "stale", current: { version: 2 } });
});

test("replies stand under what they answer, one level deep, the accepted answer first", async () => {
  const { question, answer, actors } = await buildWorld();
  const say = async (body: string, parentId?: string) => {
    const result = await postReply(actors.leader, { discussionId: question.id, body, ...(parentId && { parentId }) });
    if (!result.ok) throw new Error(result.why);
    return result.value.id;
  };
  const second = await say("Second");
  const under = await say("Under the first", answer.id);
  await say("Under that one", under);
  await acceptAnswer(actors.author, { discussionId: question.id, replyId: second });
  const { answers } = await listReplies(actors.outsider, { discussionId: question.id });
  expect(answers.map((one) => [one.body, one.accepted, one.replies.map((reply) => reply.body)])).toEqual([
    ["Second", true, []],
    ["Check the seal.", false, ["Under the first", "Under that one"]],
  ]);
  expect(await acceptAnswer(actors.author, { discussionId: question.id, replyId: under })).toMatchObject({ why: "not-an-answer" });
});

test("pages of answers neither repeat nor lose one", async () => {
  const { question, actors } = await buildWorld();
  for (let count = 0; count < 7; count++) await postReply(actors.leader, { discussionId: question.id, body: `Answer ${count}` });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { answers, next } = await listReplies(actors.member, { discussionId: question.id, limit: 3, after });
    seen.push(...answers.map((one) => one.id));
    after = next ?? undefined;
  } while (after);
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
});

test("a deleted reply that others hang on leaves its place without its text; undo brings it back", async () => {
  const { question, answer, actors } = await buildWorld();
  await postReply(actors.leader, { discussionId: question.id, body: "Under it", parentId: answer.id });
  await deleteReply(actors.member, { id: answer.id });
  const { answers } = await listReplies(actors.leader, { discussionId: question.id });
  expect(answers).toMatchObject([{ id: answer.id, deleted: true, html: "", body: "", replies: [{ body: "Under it" }] }]);
  expect(await db.discussion.findUnique({ where: { id: question.id } })).toMatchObject({ replyCount: 1 });
  expect(await restoreReply(actors.leader, { id: answer.id })).toMatchObject({ why: "not-found" });
  expect(await restoreReply(actors.member, { id: answer.id })).toMatchObject({ ok: true });
  expect((await listReplies(actors.leader, { discussionId: question.id })).answers).toMatchObject([{ deleted: false, body: "Check the seal." }]);
});

test("a deleted discussion is gone for everyone, and who deleted it can undo that for half an hour", async () => {
  const { question, community, actors } = await buildWorld();
  await deleteDiscussion(actors.author, { id: question.id });
  for (const actor of [actors.author, actors.leader, actors.administrator]) expect(await getDiscussion(actor, question.id)).toBeNull();
  expect(await restoreDiscussion(actors.leader, { id: question.id })).toMatchObject({ why: "not-found" });
  expect(await restoreDiscussion(actors.author, { id: question.id })).toMatchObject({ ok: true });
  expect(await db.community.findUnique({ where: { id: community.id } })).toMatchObject({ discussionCount: 1 });
  await deleteDiscussion(actors.author, { id: question.id });
  await db.discussion.update({ where: { id: question.id }, data: { deletedAt: new Date(Date.now() - 31 * 60_000) } });
  expect(await restoreDiscussion(actors.author, { id: question.id })).toMatchObject({ why: "too-late" });
});

test("a reaction counts once however often it is pressed, and one's own post takes none", async () => {
  const { question, actors } = await buildWorld();
  const press = (on: boolean) => react(actors.member, { discussionId: question.id, press: `same-here:${on}` });
  await Promise.all([press(true), press(true), press(true)]);
  expect(await db.discussion.findUnique({ where: { id: question.id } })).toMatchObject({ sameHere: 1 });
  await press(false);
  await press(false);
  expect(await db.discussion.findUnique({ where: { id: question.id } })).toMatchObject({ sameHere: 0 });
  expect(await react(actors.author, { discussionId: question.id, name: "thanks", on: true })).toMatchObject({ why: "forbidden" });
  expect(await react(actors.member, { discussionId: question.id, press: "fury:true" })).toMatchObject({ why: "invalid" });
});

test("in a private community only its members can be mentioned; in an open one everybody with an account", async () => {
  const outside = await buildPerson({ handle: "ann-outside" });
  for (const [entry, links] of [["OPEN", 2], ["PRIVATE", 1]] as const) {
    const community = await buildCommunity({ entry });
    const writer = await buildActor({ memberOf: [community.id] });
    const inside = await buildPerson();
    await buildMembership(inside.id, community.id);
    const result = await startDiscussion(writer, { community: community.slug, kind: "discussion", title: "Who?", body: `Ask @${inside.handle} or @ann-outside, not x@ann-outside.org.` });
    const { html } = await db.discussion.findUniqueOrThrow({ where: { id: result.ok ? result.value.id : "" } });
    expect(html.match(/href="\/people\//g)).toHaveLength(links);
    expect(await db.mention.count({ where: { userId: outside.id } })).toBe(1);
  }
});

test("a reply to a discussion of another community, or under another discussion's reply, is refused", async () => {
  const one = await buildWorld();
  const other = await buildWorld();
  expect(await postReply(one.actors.member, { discussionId: one.question.id, parentId: other.answer.id, body: "Hm" })).toMatchObject({ why: "no-such-reply" });
  expect(await acceptAnswer(one.actors.author, { discussionId: one.question.id, replyId: other.answer.id })).toMatchObject({ why: "no-such-answer" });
});
