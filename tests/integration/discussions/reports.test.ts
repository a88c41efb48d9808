import { expect, test } from "vitest";
import { reportPost, resolveReport } from "@/lib/discussions/reports/commands";
import { countReports, listReports } from "@/lib/discussions/reports/queries";
import { OPEN_REPORTS } from "@/lib/discussions/reports/rules";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { buildCast, entries, everyoneTries, grid } from "@/tests/support/roles";

const reason = "This names a patron.";

const reporting = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          ok         not-found  not-found
  member            ok         ok         ok
  author            forbidden  forbidden  forbidden
  leader            ok         ok         ok
  leader-elsewhere  ok         not-found  not-found
  administrator     ok         not-found  not-found
  hr-admin          ok         not-found  not-found
  system            forbidden  forbidden  forbidden
`);

const resolving = grid(`
                    OPEN       REQUEST    PRIVATE
  visitor           not-found  not-found  not-found
  outsider          not-found  not-found  not-found
  member            not-found  not-found  not-found
  author            not-found  not-found  not-found
  leader            ok         ok         ok
  leader-elsewhere  not-found  not-found  not-found
  administrator     not-found  not-found  not-found
  hr-admin          not-found  not-found  not-found
  system            not-found  not-found  not-found
`);

test.each(entries)("whoever reads a post may report it, but for its author: %s", async (entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const build = async () => buildReply((await buildDiscussion(community.id, cast.author.id)).id, cast.author.id);
  const run = (actor: typeof cast.member, reply: { id: string; discussionId: string }) => reportPost(actor, { discussionId: reply.discussionId, replyId: reply.id, reason });
  const row = ({ id }: { id: string }) => db.report.findMany({ where: { replyId: id }, select: { reason: true, reporterId: true, resolvedAt: true } });
  expect(await everyoneTries({ cast, build, run, row, event: "post.reported" })).toEqual(reporting[entry]);
});

test.each(entries)("only the leaders of its community know of a report, and resolve it: %s", async (entry) => {
  const community = await buildCommunity({ entry });
  const cast = await buildCast(community.id);
  const build = async () => db.report.create({ data: { discussionId: (await buildDiscussion(community.id, cast.author.id)).id, reporterId: cast.member.id, reason } });
  const row = ({ id }: { id: string }) => db.report.findUnique({ where: { id }, select: { resolvedAt: true, resolvedById: true, resolution: true } });
  const outcomes = await everyoneTries({ cast, build, run: (actor, { id }) => resolveReport(actor, { id, resolution: "Talked it over." }), row, event: "report.resolved" });
  expect(outcomes).toEqual(resolving[entry]);
  for (const [role, actor] of Object.entries(cast)) {
    const { items } = await listReports(actor, { communityId: community.id });
    expect([role, items.length]).toEqual([role, role === "leader" ? 8 : 0]);
    expect([role, await countReports(actor, community.id)]).toEqual([role, role === "leader" ? 8 : 0]);
  }
});

test("a leader reads what is reported, by whom and why, and never what is deleted or hidden since", async () => {
  const community = await buildCommunity();
  const leader = await buildActor({ leads: [community.id] });
  const [author, reporter] = [await buildPerson({ name: "Anna Author" }), await buildActor({ person: { name: "Rolf Reporter" } })];
  const discussion = await buildDiscussion(community.id, author.id, { title: "Pumps", body: "A *word* too much. ".repeat(40) });
  const [hidden, deleted, standing] = [
    await buildReply(discussion.id, author.id, { hiddenAt: new Date() }),
    await buildReply(discussion.id, author.id, { deletedAt: new Date() }),
    await buildReply(discussion.id, author.id, { body: "Check the seal." }),
  ];
  const made = { discussionId: discussion.id, reporterId: reporter.id, reason };
  for (const [n, replyId] of [null, hidden.id, deleted.id, standing.id].entries()) await db.report.create({ data: { ...made, replyId, createdAt: new Date(2025, 0, n + 1) } });
  await db.report.create({ data: { ...made, resolvedAt: new Date() } });

  const { items, next } = await listReports(leader, { communityId: community.id });
  expect(items.map(({ said, replyId }) => [replyId, said?.slice(0, 14) ?? null])).toEqual([[null, "A *word* too m"], [hidden.id, null], [deleted.id, null], [standing.id, "Check the seal"]]);
  expect(items[0]).toMatchObject({ title: "Pumps", reason, reporter: { name: "Rolf Reporter" }, author: { name: "Anna Author" } });
  expect(items[0]?.said?.length).toBeLessThan(300);
  expect(next).toBeNull();

  await db.discussion.update({ where: { id: discussion.id }, data: { deletedAt: new Date() } });
  expect((await listReports(leader, { communityId: community.id })).items.map(({ said }) => said)).toEqual([null, null, null, null]);
  expect(await resolveReport(leader, { id: items[0]?.id, resolution: "Deleted." })).toMatchObject({ ok: true });
});

test.each([
  ["hidden", { hiddenAt: new Date() }, "hidden"],
  ["deleted", { deletedAt: new Date() }, "not-found"],
] as const)("what is %s needs no report", async (_state, state, why) => {
  const community = await buildCommunity();
  const discussion = await buildDiscussion(community.id, null);
  const reply = await buildReply(discussion.id, null, state);
  expect(await reportPost(await buildActor(), { discussionId: discussion.id, replyId: reply.id, reason })).toMatchObject({ ok: false, why });
  expect(await db.report.count()).toBe(0);
});

test("one reports a post once, and again when the leaders have answered", async () => {
  const community = await buildCommunity();
  const [reader, leader] = [await buildActor(), await buildActor({ leads: [community.id] })];
  const { id: discussionId } = await buildDiscussion(community.id, null);
  const first = await reportPost(reader, { discussionId, reason });
  expect(await reportPost(reader, { discussionId, reason })).toMatchObject({ why: "already-reported" });
  const id = first.ok ? first.value.id : "";
  expect(await resolveReport(leader, { id, resolution: "" })).toMatchObject({ why: "invalid", fields: { resolution: ["required"] } });
  expect(await resolveReport(leader, { id, resolution: "Edited." })).toMatchObject({ ok: true });
  expect(await resolveReport(leader, { id, resolution: "Again." })).toMatchObject({ why: "already-resolved" });
  expect(await reportPost(reader, { discussionId, reason })).toMatchObject({ ok: true });
});

test("ten reports of one person wait at most, also when two more come at once", async () => {
  const community = await buildCommunity();
  const reader = await buildActor();
  for (let n = 1; n < OPEN_REPORTS; n++) await db.report.create({ data: { discussionId: (await buildDiscussion(community.id, null)).id, reporterId: reader.id, reason } });
  const [one, other] = [await buildDiscussion(community.id, null), await buildDiscussion(community.id, null)];
  const both = await race({ table: "User", id: reader.id }, [one, other].map(({ id }) => () => reportPost(reader, { discussionId: id, reason })));
  expect(both.map((result) => (result.ok ? "ok" : result.why)).sort()).toEqual(["ok", "too-many-reports"]);
  expect(await db.report.count({ where: { reporterId: reader.id } })).toBe(OPEN_REPORTS);
});

test("of two leaders at once one resolves a report", async () => {
  const community = await buildCommunity();
  const leaders = [await buildActor({ leads: [community.id] }), await buildActor({ leads: [community.id] })];
  const { id } = await db.report.create({ data: { discussionId: (await buildDiscussion(community.id, null)).id, reason } });
  const both = await race({ table: "Report", id }, leaders.map((leader) => () => resolveReport(leader, { id, resolution: "Done." })));
  expect(both.map((result) => (result.ok ? "ok" : result.why)).sort()).toEqual(["already-resolved", "ok"]);
  expect(await db.event.count()).toBe(1);
});
