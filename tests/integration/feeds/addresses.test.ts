import { expect, test } from "vitest";
import { makeAddress, revokeAddress } from "@/lib/feeds/addresses/commands";
import { listMyAddresses } from "@/lib/feeds/addresses/queries";
import { calendarPath, feedPath, MY_CALENDAR } from "@/lib/feeds/addresses/rules";
import { closeAccount, eraseAccount } from "@/lib/people/departures/commands";
import type { Actor } from "@/lib/platform/actor";
import { actorByKey } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { actorOf, buildActor, buildSystem } from "@/tests/support/build";
import { buildWorld, roles } from "@/tests/support/worlds";

const make = async (actor: Actor, path: string) => {
  const made = await makeAddress(actor, { path });
  if (!made.ok) throw new Error(made.why);
  return { id: made.value.id, key: made.value.address.replace(/^.*\?key=/, ""), path };
};
const opens = async (key: string, path: string) => (await actorByKey(key, path))?.id ?? null;

test.each(["OPEN", "REQUEST", "PRIVATE"] as const)("of a community that is %s only who reads it may make an address; of their own days everyone", async (entry) => {
  const { community, actors } = await buildWorld({ entry });
  const hears = async (actor: Actor, path: string) => {
    const [rows, events] = [await db.privateAddress.count(), await db.event.count()];
    const result = await makeAddress(actor, { path });
    const more = result.ok ? 1 : 0;
    expect([await db.privateAddress.count(), await db.event.count()]).toEqual([rows + more, events + more]);
    return result.ok ? "ok" : result.why;
  };
  for (const role of roles) {
    const actor = actors[role];
    const inside = actor.kind === "system" ? "forbidden" : actor.kind === "person" && (entry === "OPEN" || ["member", "author", "leader"].includes(role)) ? "ok" : "not-found";
    for (const path of [feedPath(community.slug), calendarPath(community.slug)]) expect([role, await hears(actor, path)]).toEqual([role, inside]);
    expect([role, await hears(actor, MY_CALENDAR)]).toEqual([role, actor.kind === "person" ? "ok" : "forbidden"]);
    expect([role, await hears(actor, feedPath("no-such-place"))]).toEqual([role, "not-found"]);
    expect([role, await hears(actor, "/admin")]).toEqual([role, "not-found"]);
  }
});

test("a key opens the one path it was made for, as its owner, and is kept as a hash", async () => {
  const me = await buildActor();
  const { key, path } = await make(me, MY_CALENDAR);
  expect(key.length).toBeGreaterThanOrEqual(27);
  expect(await opens(key, path)).toBe(me.id);
  expect(await opens(key, "/calendar/communities/a.ics")).toBeNull();
  expect(await opens("", path)).toBeNull();
  expect(await opens("\0", "\0")).toBeNull();
  expect(JSON.stringify(await db.privateAddress.findMany())).not.toContain(key);
  expect(JSON.stringify(await db.event.findMany())).not.toContain(key);
  expect((await listMyAddresses(me))[0]).toMatchObject({ calendar: true, own: true, lastUsedAt: expect.any(Date) as Date });
});

test("the same request under the same key of idempotency tells the secret no second time", async () => {
  const me = await buildActor();
  expect((await makeAddress(me, { path: MY_CALENDAR }, { key: "k" })).ok).toBe(true);
  expect(await makeAddress(me, { path: MY_CALENDAR }, { key: "k" })).toMatchObject({ why: "conflict" });
});

test("revoked, it opens nothing; and only its owner can do it, or sees that it is there", async () => {
  const [me, other] = [await buildActor(), await buildActor({ roles: ["ADMINISTRATOR"] })];
  const { id, key, path } = await make(me, MY_CALENDAR);
  expect(await revokeAddress(other, { id })).toMatchObject({ why: "not-found" });
  expect(await revokeAddress(buildSystem(), { id })).toMatchObject({ why: "not-found" });
  expect(await listMyAddresses(other)).toEqual([]);
  expect(await opens(key, path)).toBe(me.id);
  expect((await revokeAddress(me, { id })).ok).toBe(true);
  expect(await opens(key, path)).toBeNull();
  expect(await listMyAddresses(me)).toEqual([]);
  expect(await revokeAddress(me, { id })).toMatchObject({ why: "not-found" });
});

test("an account that closes takes its addresses along, and one that is erased leaves none", async () => {
  const me = await buildActor();
  const { key, path } = await make(me, MY_CALENDAR);
  expect((await closeAccount(buildSystem(), { id: me.id })).ok).toBe(true);
  expect(await opens(key, path)).toBeNull();
  expect(await db.privateAddress.count({ where: { revokedAt: null } })).toBe(0);
  expect((await eraseAccount(buildSystem(), { id: me.id })).ok).toBe(true);
  expect(await db.privateAddress.count()).toBe(0);
});

test("a community that somebody no longer reads has no name among their addresses", async () => {
  const { community, actors } = await buildWorld({ entry: "PRIVATE" });
  await make(actors.member, feedPath(community.slug));
  expect((await listMyAddresses(actors.member))[0]?.community).toBe(community.name);
  await db.membership.deleteMany({ where: { userId: actors.member.id } });
  expect((await listMyAddresses(await actorOf(actors.member.id)))[0]).toMatchObject({ own: false, community: null });
});

test("fifty are enough", async () => {
  const me = await buildActor();
  await db.privateAddress.createMany({ data: Array.from({ length: 50 }, (_, n) => ({ userId: me.id, path: MY_CALENDAR, keyHash: `${n}` })) });
  expect(await makeAddress(me, { path: MY_CALENDAR })).toMatchObject({ why: "too-many-addresses" });
});
