import { expect, test } from "vitest";
import { seed } from "@/lib/cli/seed";
import { db } from "@/lib/platform/db";
import { verifyPassword } from "@/lib/platform/password";
import { checkCounters, futureMoments } from "../../support/counters";

const accounts = ["admin", "hr", "mentor", "mentee", "leader", "employee"].map((who) => `${who}@demo.example`);
const everyText = async () => [
  ...(await db.discussion.findMany({ select: { body: true, html: true } })),
  ...(await db.discussion.findMany({ where: { summary: { not: "" } }, select: { summary: true, summaryHtml: true } })).map((one) => ({ body: one.summary, html: one.summaryHtml })),
  ...(await db.reply.findMany({ select: { body: true, html: true } })),
];

test("The demo organisation is there, whole and right in every counter, and a second time nothing is written", { timeout: 60_000 }, async () => {
  const now = new Date();
  const counts = await seed(now);
  expect(counts).toEqual({ people: 119, communities: 8, discussions: await db.discussion.count(), replies: await db.reply.count() });
  expect(counts?.discussions).toBeGreaterThanOrEqual(100);
  expect(counts?.replies).toBeGreaterThanOrEqual(400);
  expect(await checkCounters()).toEqual({});
  expect(await futureMoments(now)).toEqual([]);

  expect(await db.organisation.findMany({ select: { name: true, demo: true, timeZone: true } })).toEqual([{ name: "City Library", demo: true, timeZone: "Europe/Stockholm" }]);
  const people = await db.user.findMany({ where: { email: { in: accounts } }, select: { passwordHash: true, memberships: true } });
  expect(people).toHaveLength(6);
  expect(await verifyPassword(people[0]?.passwordHash ?? "", "stepwell-demo")).toBe(true);
  expect(new Set((await db.user.findMany({ select: { passwordHash: true } })).map((one) => one.passwordHash)).size).toBe(1);
  const roles = await db.roleGrant.findMany({ select: { role: true, user: { select: { email: true } } }, orderBy: { role: "asc" } });
  expect(roles).toEqual([{ role: "HR_ADMIN", user: { email: "hr@demo.example" } }, { role: "ADMINISTRATOR", user: { email: "admin@demo.example" } }]);
  expect(await db.unit.count({ where: { headId: null } })).toBe(0);
  expect(await db.user.count({ where: { knows: { isEmpty: false } } })).toBeGreaterThanOrEqual(70);
  expect(await db.position.groupBy({ by: ["userId"], where: { endsOn: null }, having: { userId: { _count: { not: 1 } } } })).toEqual([]);

  const texts = await everyText();
  expect(texts.filter(({ html }) => !html.startsWith("<") || /<(?!\/?(p|br|hr|h[3-6]|strong|em|s|code|pre|blockquote|ul|ol|li|a|table|thead|tbody|tr|th|td)\b)/.test(html))).toEqual([]);
  expect(texts.filter(({ body }) => /<\/?[a-z]+[ >]/i.test(body))).toEqual([]);

  const found = await db.$queryRaw<{ kind: string; many: number }[]>`SELECT kind::text, count(*)::int many FROM "SearchDocument" GROUP BY 1`;
  expect(Object.fromEntries(found.map(({ kind, many }) => [kind, many]))).toEqual({ PERSON: 119, COMMUNITY: 8, DISCUSSION: counts?.discussions, REPLY: counts?.replies });

  expect(await seed(now)).toBeNull();
  expect(await db.discussion.count()).toBe(counts?.discussions);
});

test("Each kind of discussion, each way in and each of the five languages has something to show", { timeout: 60_000 }, async () => {
  await seed();
  const distinct = async (column: "kind" | "language") => (await db.discussion.groupBy({ by: [column] })).map((one) => one[column]).sort();
  expect(await distinct("kind")).toHaveLength(6);
  expect(await distinct("language")).toEqual(["en", "es", "pl", "ru", "sv"]);
  expect((await db.community.groupBy({ by: ["entry"] })).map((one) => one.entry).sort()).toEqual(["OPEN", "PRIVATE", "REQUEST"]);
  expect(await db.discussion.count({ where: { kind: "QUESTION", replyCount: 0 } })).toBeGreaterThanOrEqual(8);
  expect(await db.discussion.count({ where: { acceptedReplyId: { not: null } } })).toBeGreaterThanOrEqual(25);
  for (const rows of [
    db.discussion.count({ where: { pinnedAt: { not: null } } }), db.revision.count(), db.mention.count(), db.reaction.count(), db.absence.count(), db.bookmark.count(), db.topicFlag.count(),
    db.membershipRequest.count({ where: { answeredAt: null } }), db.communityInvitation.count({ where: { answeredAt: null } }), db.tag.count({ where: { mergedIntoId: { not: null } } }),
    db.discussion.count({ where: { kind: "HOT_TOPIC", closedAt: null } }), db.discussion.count({ where: { summary: { not: "" }, closedAt: { not: null } } }),
  ])
    expect(await rows).toBeGreaterThan(0);
  expect(await db.mention.findMany({ where: { discussion: { community: { entry: { not: "OPEN" } } } }, select: { user: { select: { memberships: { select: { community: { select: { entry: true } } } } } } } })).not.toContainEqual({ user: { memberships: [] } });
});

test("A database that holds somebody already stays as it is", async () => {
  await db.user.create({ data: { handle: "first", name: "First" } });
  expect(await seed()).toBeNull();
  expect(await db.organisation.count()).toBe(0);
});
