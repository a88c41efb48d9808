import { expect, test } from "vitest";
import { listMyBookmarks } from "@/lib/discussions/bookmarks/queries";
import { keepBookmark } from "@/lib/discussions/reactions/commands";
import { db } from "@/lib/platform/db";
import { actorOf, buildDiscussion } from "@/tests/support/build";
import { buildWorld } from "@/tests/support/worlds";

test("what someone marked is found again by them, the latest first, in pages; nobody else sees it", async () => {
  const { community, question, answer, actors } = await buildWorld();
  const more = await buildDiscussion(community.id, actors.author.id, { title: "More", html: "<p>A <b>bold</b> one</p>" });
  for (const post of [{ discussionId: question.id }, { discussionId: question.id, replyId: answer.id }, { discussionId: more.id }]) await keepBookmark(actors.outsider, { ...post, on: true });
  const first = await listMyBookmarks(actors.outsider, { limit: 2 });
  expect(first.items.map(({ discussionId, replyId }) => [discussionId, replyId])).toEqual([[more.id, null], [question.id, answer.id]]);
  expect(first.items[0]).toMatchObject({ title: "More", excerpt: "A bold one", slug: community.slug, author: { name: expect.any(String) } });
  const rest = await listMyBookmarks(actors.outsider, { limit: 2, after: first.next ?? "" });
  expect(rest).toMatchObject({ items: [{ discussionId: question.id, replyId: null }], next: null });
  expect(await listMyBookmarks(actors.member, {})).toEqual({ items: [], next: null });
});

test("a mark on what is no longer seen, deleted or hidden gives nothing away", async () => {
  const { community, question, answer, actors } = await buildWorld({ entry: "PRIVATE" });
  for (const replyId of [undefined, answer.id]) await keepBookmark(actors.member, { discussionId: question.id, replyId, on: true });
  const listed = async () => (await listMyBookmarks(await actorOf(actors.member.id), {})).items.map(({ title, excerpt }) => [title, excerpt !== ""]);
  expect(await listed()).toEqual([[question.title, true], [question.title, true]]);
  await db.reply.update({ where: { id: answer.id }, data: { hiddenAt: new Date() } });
  expect(await listed()).toEqual([[question.title, false], [question.title, true]]);
  await db.reply.update({ where: { id: answer.id }, data: { deletedAt: new Date() } });
  expect(await listed()).toEqual([[question.title, true]]);
  await db.discussion.update({ where: { id: question.id }, data: { hiddenAt: new Date() } });
  expect(await listed()).toEqual([["", false]]);
  await db.membership.deleteMany({ where: { userId: actors.member.id, communityId: community.id } });
  expect(await listed()).toEqual([]);
});
