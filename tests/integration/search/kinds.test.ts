import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { sql } from "@/lib/platform/sql";
import { index, reactionsOf } from "@/lib/search/events";
import { registry } from "@/lib/search/kinds/queries";
import type { Indexed } from "@/lib/search/kinds/rules";
import { search } from "@/lib/search/queries";
import { suggest } from "@/lib/search/suggest/queries";
import { buildActor, buildCommunity } from "@/tests/support/build";

/** A kind that no feature has: boats, kept in a table of their own, each in a community, and seen by who reads that one unless they are sunk. */
const boat: Indexed = {
  stored: "BOAT" as Indexed["stored"],
  within: "community",
  titled: true,
  source: (ids) => sql`SELECT b.id, b."communityId", NULL::uuid "discussionId", NULL::uuid "unitId", 'en' language, b.name title, '' tags, '' files, b.about text, now() at FROM "Boat" b WHERE b.id = ANY(${ids}::uuid[])`,
  record: sql`LEFT JOIN "Boat" boat ON s.kind = 'BOAT' AND boat.id = s.id`,
  seen: ({ read }) => sql`(boat.id IS NOT NULL AND NOT boat.sunk AND ${read})`,
  about: sql`json_build_object('berth', boat.berth)`,
  url: ({ community, about }) => `/communities/${community?.slug ?? ""}/boats/${String(about.berth)}`,
  facts: { "boat.launched": ({ subjectId }) => sql`SELECT ${subjectId}::uuid id` },
};
const kinds = registry as Record<string, Indexed>;
afterEach(() => void delete kinds.boat);

test("a kind joins by its entry alone: indexed, found, counted, filtered, and hidden by its own condition", async () => {
  await db.$executeRaw`ALTER TYPE "SearchKind" ADD VALUE IF NOT EXISTS 'BOAT'`;
  await db.$executeRaw`CREATE TABLE IF NOT EXISTS "Boat" (id uuid PRIMARY KEY, "communityId" uuid, name text, about text, berth int, sunk boolean DEFAULT false)`;
  kinds.boat = boat;
  const [open, hidden] = [await buildCommunity({ name: "Harbour" }), await buildCommunity({ name: "Cove", entry: "PRIVATE" })];
  const [seen, unseen] = [randomUUID(), randomUUID()];
  await db.$executeRaw`INSERT INTO "Boat" VALUES (${seen}::uuid, ${open.id}::uuid, 'Kittiwake', 'An oaken hull with varnish', 7), (${unseen}::uuid, ${hidden.id}::uuid, 'Kittiwake the second', 'Also varnished', 8)`;
  const launched = reactionsOf(Object.values(kinds))["boat.launched"];
  for (const subjectId of [seen, unseen]) await db.$transaction(async (tx) => launched?.(tx, { id: randomUUID(), name: "boat.launched", subjectId, communityId: null, actorId: null, payload: {}, at: new Date() }));
  const [reader, member] = [await buildActor(), await buildActor({ memberOf: [hidden.id] })];
  const found = await search(reader, { q: "varnish" });
  expect(found?.items).toMatchObject([{ kind: "boat", id: seen, url: `/communities/${open.slug}/boats/7`, author: null, community: { slug: open.slug } }]);
  expect(found?.facets).toContainEqual({ of: "kind", value: "boat", name: "", count: 1 });
  expect((await search(reader, { q: "varnish", kind: "boat" as "reply" }))?.total).toBe(1);
  expect((await search(reader, { q: "kitiwake" }))?.items).toHaveLength(1);
  expect((await search(member, { q: "varnish" }))?.total).toBe(2);
  await db.$executeRaw`UPDATE "Boat" SET sunk = true`;
  expect((await search(member, { q: "varnish" }))?.total).toBe(0);
  expect((await suggest(member, "kitti")).filter(({ kind }) => kind !== "community")).toEqual([]);
  await db.$executeRaw`DELETE FROM "Boat"`;
  await db.$transaction((tx) => index(tx, boat, [seen, unseen]));
  expect(await db.$queryRaw`SELECT 1 FROM "SearchDocument" WHERE kind = 'BOAT'`).toEqual([]);
});
