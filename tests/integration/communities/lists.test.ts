import { expect, test } from "vitest";
import { listMembers, listMemberUnits } from "@/lib/communities/members/queries";
import { ListMembers } from "@/lib/communities/members/schema";
import { getShell } from "@/lib/discussions/readings/queries";
import { getCommunity, listCommunities, listOtherCommunities, listOwnCommunities } from "@/lib/communities/queries";
import { ListCommunities } from "@/lib/communities/schema";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity, buildDiscussion, buildMembership, buildPerson, buildReply } from "@/tests/support/build";

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
const names = (rows: { name: string | null }[]) => rows.map((row) => row.name);

test("one's own communities come first, invitations before them, then by latest activity", async () => {
  const [quiet, lively, invited, other] = [
    await buildCommunity({ name: "Quiet", lastActivityAt: minute(1) }), await buildCommunity({ name: "Lively", lastActivityAt: minute(3) }),
    await buildCommunity({ name: "Invited", entry: "PRIVATE", lastActivityAt: minute(0) }), await buildCommunity({ name: "Other" }),
  ];
  const actor = await buildActor({ memberOf: [quiet.id], leads: [lively.id] });
  await db.communityInvitation.create({ data: { communityId: invited.id, userId: actor.id } });
  const own = await listOwnCommunities(actor, {});
  expect(own.map(({ name, role, invited: waits }) => [name, role, waits])).toEqual([["Invited", null, true], ["Lively", "LEADER", false], ["Quiet", "MEMBER", false]]);
  expect(names((await listOtherCommunities(actor, ListCommunities.parse({}))).items)).toEqual([other.name]);
  expect((await getShell(actor)).places).toEqual([{ id: lively.id, slug: lively.slug, name: "Lively", unread: 0 }, { id: quiet.id, slug: quiet.slug, name: "Quiet", unread: 0 }]);
});

test("pages by key show every community once, also while another is founded", async () => {
  for (let n = 0; n < 7; n++) await buildCommunity({ name: `C${n}`, lastActivityAt: minute(n % 3), createdAt: minute(n % 2) });
  const actor = await buildActor();
  for (const list of [listOtherCommunities, listCommunities]) {
    const before = (await db.community.findMany()).map((one) => one.name).sort();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await list(actor, ListCommunities.parse({ limit: "3", after }));
      seen.push(...items.map((one) => one.name));
      await buildCommunity({ lastActivityAt: minute(99), createdAt: minute(99) });
      after = next ?? undefined;
    } while (after);
    expect(seen.sort()).toEqual(before);
  }
});

test("search forgives accents, capitals and a slip; filters by language and by door; archived ones stand apart", async () => {
  await buildCommunity({ name: "Łowcy błędów", language: "pl", domain: "Szukamy błędów w katalogu." });
  await buildCommunity({ name: "Book buses", entry: "REQUEST", domain: "Driving 100% of the roads." });
  await buildCommunity({ name: "Gone", archivedAt: new Date() });
  const actor = await buildActor();
  const found = async (said: object) => names((await listCommunities(actor, ListCommunities.parse(said))).items);
  expect(await found({ q: "lowcy" })).toEqual(["Łowcy błędów"]);
  expect(await found({ q: "KATALOGU" })).toEqual(["Łowcy błędów"]);
  expect(await found({ q: "bokk buses" })).toEqual(["Book buses"]);
  expect(await found({ q: "100%" })).toEqual(["Book buses"]);
  expect(await found({ q: "%" })).toEqual(["Book buses"]);
  expect(await found({ language: "pl" })).toEqual(["Łowcy błędów"]);
  expect(await found({ entry: "request" })).toEqual(["Book buses"]);
  expect(await found({ archived: "1" })).toEqual(["Gone"]);
  expect(await found({ language: "xx", limit: "-3", after: "rubbish" })).toEqual(["Book buses", "Łowcy błędów"]);
});

test("members come leaders first, then by how long they belong, in pages, by name and by unit", async () => {
  const { id, slug } = await buildCommunity({ memberCount: 0 });
  const unit = await db.unit.create({ data: { code: "RIG", name: "Rig" } });
  await db.unit.create({ data: { code: "LAB", name: "Lab", people: { create: { handle: "lab", name: "Lab" } } } });
  const joined: [string, "LEADER" | "MEMBER", number][] = [["Ann", "MEMBER", 1], ["Bo", "LEADER", 5], ["Cy", "MEMBER", 2], ["Åsa", "LEADER", 4], ["Dee", "MEMBER", 2]];
  for (const [name, role, at] of joined) {
    const person = await buildPerson({ name, ...(name !== "Ann" && { unitId: unit.id }) });
    await buildMembership(person.id, id, role);
    await db.membership.updateMany({ where: { userId: person.id }, data: { joinedAt: minute(at) } });
  }
  const actor = await buildActor();
  const seen: (string | null)[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await listMembers(actor, slug, ListMembers.parse({ limit: "2", after }));
    seen.push(...names(items));
    after = next ?? undefined;
  } while (after);
  expect(seen.slice(0, 3)).toEqual(["Åsa", "Bo", "Ann"]);
  expect(seen.slice(3).sort()).toEqual(["Cy", "Dee"]);
  expect(names((await listMembers(actor, slug, ListMembers.parse({ q: "asa" }))).items)).toEqual(["Åsa"]);
  expect((await listMembers(actor, slug, ListMembers.parse({ unit: "RIG" }))).items).toHaveLength(4);
  expect(await listMemberUnits(actor, slug)).toEqual([{ code: "RIG", name: "Rig", members: 4 }, { code: "LAB", name: "Lab", members: 0 }]);
});

test("the beat counts complete weeks in which a discussion was begun or replied to, since the founding", async () => {
  const week = 7 * 24 * 3600_000;
  const ago = (weeks: number) => new Date(Date.now() - weeks * week);
  const { id, slug } = await buildCommunity({ createdAt: ago(6) });
  const actor = await buildActor();
  const old = await buildDiscussion(id, actor.id, { createdAt: ago(5), lastActivityAt: ago(5) });
  await buildReply(old.id, actor.id, { createdAt: ago(3) });
  await buildReply(old.id, actor.id, { createdAt: ago(2), deletedAt: new Date() });
  await buildDiscussion(id, actor.id, { createdAt: ago(4), lastActivityAt: ago(4), deletedAt: new Date() });
  await buildDiscussion(id, actor.id, { createdAt: new Date() });
  expect((await getCommunity(actor, slug))?.beat).toEqual({ active: 2, weeks: 6 });
});
