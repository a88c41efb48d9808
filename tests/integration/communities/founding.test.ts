import { expect, test } from "vitest";
import { listSimilarCommunities } from "@/lib/communities/clarity/queries";
import { foundCommunity } from "@/lib/communities/commands";
import { getCommunity } from "@/lib/communities/queries";
import { looksPrivate } from "@/lib/communities/rules";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildSystem, buildVisitor } from "@/tests/support/build";
import { again } from "./cast";

const charter = {
  name: "Cooling of drills", domain: "How we keep drills cool enough to work all day and nobody gets burnt.", inScope: "Coolants.", outOfScope: "Payroll.",
  sampleQuestions: ["How hot?", "Which coolant?", "Who stops?"], intendedMembers: "Drillers.", firstItems: ["A table"], rhythm: "weekly", entry: "open", language: "en",
};

test("who founds a community is its first member and leads it", async () => {
  const founder = await buildActor();
  const result = await foundCommunity(founder, charter);
  expect(result).toMatchObject({ ok: true, value: { slug: "cooling-of-drills" } });
  const seen = await getCommunity(await again(founder), "cooling-of-drills");
  expect(seen).toMatchObject({ memberCount: 1, membership: { role: "LEADER", interest: "DO_THIS" }, sampleQuestions: charter.sampleQuestions, rhythm: "WEEKLY", mayRead: true, beat: { active: 0, weeks: 0 } });
  expect(await db.event.findMany()).toMatchObject([{ name: "community.founded", actorId: founder.id, communityId: seen?.id, subjectId: seen?.id }]);
});

test.each([["a visitor", buildVisitor], ["the system", buildSystem]])("%s founds nothing", async (_who, build) => {
  expect(await foundCommunity(build(), charter)).toMatchObject({ ok: false, why: "forbidden" });
  expect(await db.community.count()).toBe(0);
});

test("the same form sent twice founds one community", async () => {
  const founder = await buildActor();
  const [one, two] = [await foundCommunity(founder, charter, { key: "k" }), await foundCommunity(founder, charter, { key: "k" })];
  expect(two).toEqual(one);
  expect(await db.community.count()).toBe(1);
});

test("an address is made from the name, a free one", async () => {
  const founder = await buildActor();
  const slugs = [];
  for (const name of ["Łódź: книги", "Łódź: книги", "New", "???"]) slugs.push(await foundCommunity(founder, { ...charter, name }));
  expect(slugs.map((one) => one.ok && one.value.slug)).toEqual(["lodz-knigi", "lodz-knigi-2", "new-2", "community"]);
});

test("a wished address is kept, or refused by its field", async () => {
  const founder = await buildActor();
  expect(await foundCommunity(founder, { ...charter, slug: "Cool-Drills" })).toMatchObject({ ok: true, value: { slug: "cool-drills" } });
  expect(await foundCommunity(founder, { ...charter, slug: "cool-drills" })).toMatchObject({ why: "invalid", fields: { slug: ["slug-taken"] } });
  expect(await foundCommunity(founder, { ...charter, slug: "new" })).toMatchObject({ why: "invalid", fields: { slug: ["slug-reserved"] } });
});

test("a private address ends at random, and asking for one that is taken tells nobody anything", async () => {
  const founder = await buildActor();
  const hidden = await foundCommunity(founder, { ...charter, slug: "quiet", entry: "private" });
  const slug = hidden.ok ? hidden.value.slug : "";
  expect(slug).toMatch(/^quiet-[a-z0-9]{6}$/);
  expect(looksPrivate(slug)).toBe(true);
  const guesser = await buildActor();
  const [taken, free] = [await foundCommunity(guesser, { ...charter, slug }), await foundCommunity(guesser, { ...charter, slug: "quiet-x7x7x7" })];
  expect(taken).toEqual(free);
  expect(await foundCommunity(guesser, { ...charter, slug: "quiet" })).toMatchObject({ ok: true, value: { slug: "quiet" } });
});

test("advice is heard once, stands in nobody's way, and leaves no trace", async () => {
  const founder = await buildActor();
  const vague = { ...charter, name: "Knowledge sharing", outOfScope: "", sampleQuestions: "One?" };
  const heard = await foundCommunity(founder, { ...vague, advise: "yes" }, { key: "k" });
  expect(heard).toMatchObject({ ok: false, why: "advice", current: { advice: [{ what: "general-name" }, { what: "no-out-of-scope" }, { what: "few-questions", missing: 2 }], similar: [] } });
  expect(await db.community.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
  expect(await foundCommunity(founder, vague, { key: "k" })).toMatchObject({ ok: true });
});

test("a community about something alike is shown, if one sees it and it runs", async () => {
  const actor = await buildActor();
  await buildCommunity({ slug: "drills", name: "Drill cooling", domain: "Keeping drills cool." });
  await buildCommunity({ slug: "secret-k7m2qx", name: "Drill cooling", domain: "Keeping drills cool.", entry: "PRIVATE" });
  await buildCommunity({ slug: "old", name: "Drill cooling", domain: "Keeping drills cool.", archivedAt: new Date() });
  await buildCommunity({ slug: "bread", name: "Baking bread", domain: "Crust." });
  const similar = await listSimilarCommunities(actor, { name: "Cooling of the dríll", domain: "" });
  expect(similar.map((one) => one.slug)).toEqual(["drills"]);
  expect(await foundCommunity(actor, { ...charter, advise: "yes" })).toMatchObject({ why: "advice", current: { advice: [], similar: [{ slug: "drills" }] } });
  expect(await listSimilarCommunities(actor, { name: "", domain: "" })).toEqual([]);
  expect(await listSimilarCommunities(buildVisitor(), { name: "Drill cooling", domain: "" })).toEqual([]);
});
