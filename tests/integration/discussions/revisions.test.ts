import { expect, test } from "vitest";
import { editDiscussion } from "@/lib/discussions/commands";
import { editReply } from "@/lib/discussions/replies/commands";
import { restoreRevision } from "@/lib/discussions/revisions/commands";
import { getHistory } from "@/lib/discussions/revisions/queries";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid, type Heard } from "@/tests/support/roles";

const reading = grid(`
                    OPEN     REQUEST  PRIVATE
  visitor           nothing  nothing  nothing
  outsider          reads    nothing  nothing
  member            reads    reads    reads
  author            reads    reads    reads
  leader            reads    reads    reads
  leader-elsewhere  reads    nothing  nothing
  administrator     reads    nothing  nothing
  hr-admin          reads    nothing  nothing
  system            reads    reads    reads
`);

const restoring = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          forbidden  not-found  not-found
  member            forbidden  forbidden  forbidden
  author            ok         ok         ok
  leader            ok         ok         ok
  leader-elsewhere  forbidden  not-found  not-found
  administrator     forbidden  not-found  not-found
  hr-admin          forbidden  not-found  not-found
  system            forbidden  forbidden  forbidden
`);

test.each(entries)("whoever reads a post reads its history: %s", async (entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const { id: discussionId } = await buildDiscussion(community.id, cast.author.id);
  const { id: replyId } = await buildReply(discussionId, cast.author.id);
  const outcomes: Record<string, string> = {};
  for (const [role, actor] of Object.entries(cast)) {
    const [first, second] = [await getHistory(actor, { discussionId }), await getHistory(actor, { discussionId, replyId })];
    expect(first === null).toBe(second === null);
    outcomes[role] = first ? "reads" : "nothing";
  }
  expect(outcomes).toEqual(reading[entry]);
});

test.each(entries.flatMap((entry) => [["discussion.edited", entry], ["reply.edited", entry]] as const))("%s: who may edit may restore: %s", async (event, entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const build = async () => {
    const discussion = await buildDiscussion(community.id, cast.author.id, { version: 2 });
    const reply = event === "reply.edited" ? await buildReply(discussion.id, cast.author.id, { version: 2 }) : null;
    const address = { discussionId: discussion.id, ...(reply && { replyId: reply.id }) };
    await db.revision.create({ data: { ...address, version: 1, body: "As it was.", language: "en", ...(!reply && { title: "As called" }) } });
    return { id: reply?.id ?? discussion.id, address };
  };
  const select = { version: true, body: true, html: true } as const;
  const row = async ({ id }: { id: string }) => (event === "reply.edited" ? db.reply.findUnique({ where: { id }, select }) : db.discussion.findUnique({ where: { id }, select }));
  const outcomes = await everyoneTries({ cast, build, run: (actor, { address }) => restoreRevision(actor, { ...address, revision: 1, version: 2 }), row, event });
  expect(outcomes).toEqual(restoring[entry]);
});

test("a history says who made which version when, and shows one beside the one before it", async () => {
  const community = await buildCommunity();
  const author = await buildActor({ memberOf: [community.id], person: { name: "Anna" } });
  const leader = await buildActor({ leads: [community.id], person: { name: "Lars" } });
  const { id } = await buildDiscussion(community.id, author.id, { title: "Pump", body: "one", tags: ["a"], createdAt: new Date("2025-01-01") });
  await editDiscussion(author, { id, version: 1, body: "one two" });
  await editDiscussion(leader, { id, version: 2, title: "Pumps", body: "one two three", tags: ["b"] });

  const history = await getHistory(author, { discussionId: id });
  expect(history?.steps.map(({ version, by }) => [version, by?.name])).toEqual([[3, "Lars"], [2, "Anna"], [1, "Anna"]]);
  expect(history?.steps[2]?.at).toEqual(new Date("2025-01-01"));
  expect(history?.shown).toMatchObject({ version: 3, title: "Pumps", body: "one two three", tags: ["b"] });
  expect(history?.before).toMatchObject({ version: 2, title: "Pump", body: "one two", tags: ["a"] });
  expect(await getHistory(author, { discussionId: id, version: 2 })).toMatchObject({ version: 3, shown: { version: 2, body: "one two" }, before: { version: 1, body: "one" } });
  expect(await getHistory(author, { discussionId: id, version: 1 })).toMatchObject({ shown: { version: 1 }, before: null });
  expect(await getHistory(author, { discussionId: id, version: 4 })).toBeNull();

  expect(await restoreRevision(author, { discussionId: id, revision: 1, version: 3 })).toMatchObject({ ok: true });
  expect(await getHistory(author, { discussionId: id })).toMatchObject({ version: 4, title: "Pump", body: "one", tags: ["a"], before: { version: 3, title: "Pumps", tags: ["b"] } });
  expect((await db.tag.findMany({ orderBy: { name: "asc" } })).map(({ name, uses }) => [name, uses])).toEqual([["a", 1], ["b", 0]]);
  expect(await db.event.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ name: "discussion.edited", payload: { restored: 1 } });
});

test("a reply's history is its own, and comes back as a new edit", async () => {
  const community = await buildCommunity();
  const author = await buildActor({ memberOf: [community.id] });
  const { id: discussionId } = await buildDiscussion(community.id, author.id, { version: 5 });
  const { id: replyId } = await buildReply(discussionId, author.id, { body: "first", html: "<p>first</p>" });
  await editReply(author, { id: replyId, version: 1, body: "second" });
  expect(await restoreRevision(author, { discussionId, replyId, revision: 1, version: 2 })).toMatchObject({ ok: true, value: { id: replyId } });
  expect(await db.reply.findUnique({ where: { id: replyId } })).toMatchObject({ body: "first", html: "<p>first</p>\n", version: 3, editedAt: expect.any(Date) });
  expect((await getHistory(author, { discussionId, replyId }))?.steps.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect((await getHistory(author, { discussionId }))?.steps.map(({ version }) => version)).toEqual([5]);
});

test.each([
  ["an older version than the one that stands", {}, { revision: 1, version: 1 }, "stale"],
  ["a version that never was", {}, { revision: 7, version: 2 }, "no-such-version"],
  ["the text that stands", { body: "As it was." }, { revision: 1, version: 2 }, "same-text"],
  ["a hidden post", { hiddenAt: new Date() }, { revision: 1, version: 2 }, "hidden"],
  ["a deleted one", { deletedAt: new Date() }, { revision: 1, version: 2 }, "not-found"],
] as const)("restoring fails for %s", async (_what, state, asked, why) => {
  const community = await buildCommunity();
  const author = await buildActor({ memberOf: [community.id] });
  const { id: discussionId } = await buildDiscussion(community.id, author.id);
  const { id: replyId } = await buildReply(discussionId, author.id, { version: 2, ...state });
  await db.revision.create({ data: { discussionId, replyId, version: 1, body: "As it was.", language: "en" } });
  const result = await restoreRevision(author, { discussionId, replyId, ...asked });
  expect(result).toMatchObject({ ok: false, why });
  expect(JSON.stringify(result)).not.toContain(why === "hidden" ? "Check the seal" : "nothing of the kind");
  expect([await db.revision.count(), await db.event.count()]).toEqual([1, 0]);
});

test("nobody restores in an archived community", async () => {
  const community = await buildCommunity({ archivedAt: new Date() });
  const author = await buildActor({ memberOf: [community.id] });
  const { id: discussionId } = await buildDiscussion(community.id, author.id, { version: 2 });
  await db.revision.create({ data: { discussionId, version: 1, body: "As it was.", language: "en" } });
  expect(await restoreRevision(author, { discussionId, revision: 1, version: 2 })).toMatchObject({ why: "forbidden" });
});

test("restoring against an edit: one is done, the other is told what stands now", async () => {
  const community = await buildCommunity();
  const [author, leader] = [await buildActor({ memberOf: [community.id] }), await buildActor({ leads: [community.id] })];
  const { id } = await buildDiscussion(community.id, author.id, { version: 2 });
  await db.revision.create({ data: { discussionId: id, version: 1, body: "As it was.", language: "en" } });
  const both = await race<Heard>({ table: "Discussion", id }, [
    () => restoreRevision(leader, { discussionId: id, revision: 1, version: 2 }),
    () => editDiscussion(author, { id, version: 2, body: "As it should be." }),
  ]);
  expect(both.map((result) => (result.ok ? "ok" : result.why)).sort()).toEqual(["ok", "stale"]);
  expect([await db.revision.count(), await db.event.count()]).toEqual([2, 1]);
});
