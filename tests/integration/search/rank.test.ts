import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { sql } from "@/lib/platform/sql";
import { scoreSql } from "@/lib/search/pool/queries";
import { RANK, score } from "@/lib/search/rules";
import { buildCommunity, buildDiscussion, buildPerson } from "@/tests/support/build";
import { actorById } from "@/lib/platform/actors";
import { indexAll, titles } from "./world";

const count = fc.integer({ min: 0, max: 5000 });
const row = fc.record({
  text: fc.double({ min: 1e-6, max: 20, noNaN: true }), age: fc.integer({ min: -1_000_000, max: 1_000_000_000 }), reply: fc.boolean(), accepted: fc.boolean(), thanks: count, replies: count,
  mine: fc.boolean(), unit: fc.boolean(), tags: fc.boolean(), language: fc.boolean(),
});

test("the database ranks by the formula of the rules", async () => {
  await fc.assert(
    fc.asyncProperty(row, async (one) => {
      const [said] = await db.$queryRaw<{ score: number }[]>(sql`SELECT ${scoreSql({
        text: sql`${one.text}::float8`, age: sql`${one.age}::float8`, reply: sql`${one.reply}::bool`, accepted: sql`${one.accepted}::bool`, thanks: sql`${one.thanks}::int`, replies: sql`${one.replies}::int`,
        mine: sql`${one.mine}::bool`, unit: sql`${one.unit}::bool`, tags: sql`${one.tags}::bool`, language: sql`${one.language}::bool`,
      })}::float8 score`);
      expect(said?.score).toBeCloseTo(score(one), 9);
    }),
    { numRuns: 60 },
  );
});

test("each factor lifts what has it, and none more than it may", () => {
  const plain = { text: 1, age: 0, reply: false, accepted: false, thanks: 0, replies: 0, mine: false, unit: false, tags: false, language: false };
  expect(score(plain)).toBe(1);
  for (const name of ["accepted", "mine", "unit", "tags", "language"] as const) expect(score({ ...plain, [name]: true })).toBeGreaterThan(1);
  expect(score({ ...plain, accepted: true, reply: true })).toBeGreaterThan(score({ ...plain, accepted: true }));
  expect(score({ ...plain, thanks: 10 })).toBeGreaterThan(score({ ...plain, replies: 10 }));
  expect(score({ ...plain, thanks: 1e9 })).toBe(RANK.most);
  expect(score({ ...plain, age: 1e12 })).toBe(0.5);
  expect(score({ ...plain, age: -5 })).toBe(1);
});

test("of equal texts that stands before the plain one which is used, in my community, from my unit, about what I know, in my language", async () => {
  const unit = await db.unit.create({ data: { code: "MINE", name: "Mine" } });
  const me = await buildPerson({ name: "Rui", unitId: unit.id, knows: ["binding"], languages: ["en"] });
  const [author, colleague] = [await buildPerson({ name: "Ana" }), await buildPerson({ name: "Bo", unitId: unit.id })];
  const [place, mine] = [await buildCommunity({ name: "Theirs" }), await buildCommunity({ name: "Ours" })];
  await db.membership.create({ data: { userId: me.id, communityId: mine.id } });
  const at = { tags: ["folding"], createdAt: new Date(Date.UTC(2026, 0, 1)), html: "<p>Press it.</p>", language: "sv" };
  await buildDiscussion(place.id, author.id, { ...at, title: "Kumquat plain" });
  await buildDiscussion(place.id, author.id, { ...at, title: "Kumquat used", thanks: 40 });
  await buildDiscussion(mine.id, author.id, { ...at, title: "Kumquat ours" });
  await buildDiscussion(place.id, colleague.id, { ...at, title: "Kumquat colleague" });
  await buildDiscussion(place.id, author.id, { ...at, title: "Kumquat known", tags: ["binding"] });
  await buildDiscussion(place.id, author.id, { ...at, title: "Kumquat spoken", language: "en" });
  await indexAll();
  const reader = await actorById(me.id);
  const found = reader && (await titles(reader, "kumquat"));
  expect(found?.at(-1)).toBe("Kumquat plain");
  expect(found).toHaveLength(6);
});
