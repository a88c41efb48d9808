import { expect, test } from "vitest";
import { hidePost, unhidePost } from "@/lib/discussions/hiding/commands";
import { getPost } from "@/lib/discussions/hiding/queries";
import { getDiscussion } from "@/lib/discussions/queries";
import { listReplies } from "@/lib/discussions/replies/queries";
import { getHistory } from "@/lib/discussions/revisions/queries";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid } from "@/tests/support/roles";

const reason = "It names a patron.";
const hidden = { hiddenAt: new Date(), hiddenReason: reason };
const expected = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          forbidden  not-found  not-found
  member            forbidden  forbidden  forbidden
  author            forbidden  forbidden  forbidden
  leader            forbidden  forbidden  forbidden
  leader-elsewhere  forbidden  not-found  not-found
  administrator     ok         not-found  not-found
  hr-admin          forbidden  not-found  not-found
  system            forbidden  forbidden  forbidden
`);

const cases = entries.flatMap((entry) => [
  ["discussion.hidden", entry, {}],
  ["discussion.unhidden", entry, hidden],
  ["reply.hidden", entry, {}],
  ["reply.unhidden", entry, hidden],
] as const);

test.each(cases)("%s is for the administrator, in an open community: %s", async (event, entry, state) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const ofReply = event.startsWith("reply");
  const build = async () => {
    const discussion = await buildDiscussion(community.id, cast.author.id, ofReply ? {} : state);
    return ofReply ? buildReply(discussion.id, cast.author.id, state) : { ...discussion, discussionId: undefined };
  };
  const select = { hiddenAt: true, hiddenById: true, hiddenReason: true } as const;
  const outcomes = await everyoneTries({
    cast,
    build,
    event,
    run: (actor, { id, discussionId }) => {
      const address = discussionId ? { discussionId, replyId: id } : { discussionId: id };
      return event.endsWith("unhidden") ? unhidePost(actor, address) : hidePost(actor, { ...address, reason });
    },
    row: async ({ id }) => (ofReply ? db.reply.findUnique({ where: { id }, select }) : db.discussion.findUnique({ where: { id }, select })),
  });
  expect(outcomes).toEqual(expected[entry]);
});

test("a hidden post keeps its place and its reason; its text is handed out to nobody, on no page", async () => {
  const community = await buildCommunity();
  const [administrator, author] = [await buildActor({ roles: ["ADMINISTRATOR"] }), await buildActor({ leads: [community.id] })];
  const discussion = await buildDiscussion(community.id, author.id);
  const reply = await buildReply(discussion.id, author.id);
  const [first, second] = [{ discussionId: discussion.id }, { discussionId: discussion.id, replyId: reply.id }];
  expect(await hidePost(administrator, { ...first, reason })).toMatchObject({ ok: true });
  expect(await hidePost(administrator, { ...second, reason })).toMatchObject({ ok: true });

  for (const reader of [author, administrator]) {
    expect(await getDiscussion(reader, discussion.id)).toMatchObject({ title: "", body: "", html: "", hiddenReason: reason });
    expect((await listReplies(reader, { discussionId: discussion.id })).answers).toMatchObject([{ id: reply.id, body: "", html: "", hiddenReason: reason }]);
    expect(await getPost(reader, second)).toMatchObject({ heading: "", html: "", hiddenReason: reason });
    expect(await getHistory(reader, first)).toBeNull();
    expect(await getHistory(reader, second)).toBeNull();
  }
  expect(await db.event.findMany({ orderBy: { at: "asc" } })).toMatchObject([
    { name: "discussion.hidden", subjectId: discussion.id, actorId: administrator.id, communityId: community.id, payload: { reason } },
    { name: "reply.hidden", subjectId: reply.id, payload: { discussionId: discussion.id, reason } },
  ]);

  expect(await unhidePost(administrator, second)).toMatchObject({ ok: true });
  expect(await getPost(author, second)).toMatchObject({ html: reply.html, hiddenReason: null });
});

test.each([
  ["hidden", "already-hidden"],
  ["deleted", "not-found"],
  ["of another discussion", "not-found"],
] as const)("a reply that is %s cannot be hidden: %s", async (state, why) => {
  const community = await buildCommunity();
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const [discussion, other] = [await buildDiscussion(community.id, null), await buildDiscussion(community.id, null)];
  const over = { hidden, deleted: { deletedAt: new Date() }, "of another discussion": {} }[state];
  const reply = await buildReply(state === "of another discussion" ? other.id : discussion.id, null, over);
  expect(await hidePost(administrator, { discussionId: discussion.id, replyId: reply.id, reason })).toMatchObject({ ok: false, why });
  expect(await db.event.count()).toBe(0);
});

test("a reason is needed, and hiding goes on where a community is archived", async () => {
  const community = await buildCommunity({ archivedAt: new Date() });
  const administrator = await buildActor({ roles: ["ADMINISTRATOR"] });
  const { id: discussionId } = await buildDiscussion(community.id, null);
  expect(await hidePost(administrator, { discussionId, reason: "  " })).toMatchObject({ why: "invalid", fields: { reason: ["required"] } });
  expect(await unhidePost(administrator, { discussionId })).toMatchObject({ why: "not-hidden" });
  expect(await hidePost(administrator, { discussionId, reason })).toMatchObject({ ok: true });
});

test("of two administrators at once only one hides it, and one reason stands", async () => {
  const community = await buildCommunity();
  const [one, other] = [await buildActor({ roles: ["ADMINISTRATOR"] }), await buildActor({ roles: ["ADMINISTRATOR"] })];
  const { id: discussionId } = await buildDiscussion(community.id, null);
  const both = await race({ table: "Discussion", id: discussionId }, [() => hidePost(one, { discussionId, reason: "one" }), () => hidePost(other, { discussionId, reason: "other" })]);
  expect(both.map((result) => (result.ok ? "ok" : result.why)).sort()).toEqual(["already-hidden", "ok"]);
  expect(await db.event.count()).toBe(1);
});
