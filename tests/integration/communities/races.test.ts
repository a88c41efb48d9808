import { expect, test } from "vitest";
import { changeCommunity } from "@/lib/communities/charter/commands";
import { acceptLeadership, askToLead, stepDownFromLead, takeLead } from "@/lib/communities/leaders/commands";
import { joinCommunity, leaveCommunity } from "@/lib/communities/members/commands";
import { acceptRequest, requestMembership, withdrawRequest } from "@/lib/communities/requests/commands";
import { foundCommunity } from "@/lib/communities/commands";
import { flagTopic } from "@/lib/communities/flags/commands";
import { inviteToCommunity } from "@/lib/communities/invitations/commands";
import { db } from "@/lib/platform/db";
import { buildActor, buildCommunity } from "@/tests/support/build";
import { race } from "@/tests/support/race";
import { again, cast, miscounted } from "./cast";

const count = (results: { ok: boolean }[]) => results.filter((one) => one.ok).length;

test("of the same person joining twice at once, one joins, and the count is right", async () => {
  const { id, slug } = await buildCommunity({ memberCount: 0 });
  const actor = await buildActor();
  const both = await race({ table: "Community", id }, [1, 2].map(() => () => joinCommunity(actor, { slug, interest: "do-this" })));
  expect(both.map((one) => (one.ok ? "ok" : one.why)).sort()).toEqual(["already-member", "ok"]);
  expect(await miscounted()).toEqual([]);
  expect(await db.event.count()).toBe(1);
});

test("many who join and leave at once are all counted", async () => {
  const { id, slug, people } = await cast();
  const joining = await Promise.all([1, 2, 3].map(() => buildActor()));
  const results = await race<{ ok: boolean }>({ table: "Community", id }, [
    ...joining.map((actor) => () => joinCommunity(actor, { slug, interest: "interested" })),
    ...[people.member, people.other].map((actor) => () => leaveCommunity(actor, { slug })),
  ]);
  expect(count(results)).toBe(5);
  expect(await db.community.findUnique({ where: { id } })).toMatchObject({ memberCount: 4 });
  expect(await miscounted()).toEqual([]);
});

test("of two last leaders who leave or step down at once, one stays", async () => {
  for (const go of [leaveCommunity, stepDownFromLead]) {
    const { id, slug, people, other } = await cast();
    await askToLead(people.leader, { slug, handle: other.handle });
    await acceptLeadership(people.other, { slug });
    const second = await again(people.other);
    const both = await race<{ ok: boolean }>({ table: "Community", id }, [() => go(people.leader, { slug }), () => go(second, { slug })]);
    expect(count(both)).toBe(1);
    expect(await db.membership.count({ where: { communityId: id, role: "LEADER" } })).toBe(1);
  }
});

test("of two members who take an empty lead at once, one gets it", async () => {
  const { id, slug } = await buildCommunity({ memberCount: 0 });
  const two = [await buildActor({ memberOf: [id] }), await buildActor({ memberOf: [id] })];
  const both = await race({ table: "Community", id }, two.map((actor) => () => takeLead(actor, { slug })));
  expect(both.map((one) => (one.ok ? "ok" : one.why)).sort()).toEqual(["is-led", "ok"]);
});

test("a request is made once, answered once, and not both withdrawn and accepted", async () => {
  const { id, slug, people, request } = await cast({ entry: "REQUEST" });
  const asks = await race({ table: "Community", id }, [1, 2].map(() => () => requestMembership(people.outsider, { slug, interest: "do-this" })));
  expect(count(asks)).toBe(1);
  const ends = await race<{ ok: boolean }>({ table: "Community", id }, [() => acceptRequest(people.leader, { id: request }), () => withdrawRequest(people.requester, { slug })]);
  expect(count(ends)).toBe(1);
  expect(await miscounted()).toEqual([]);
});

test("an invitation and a remark stand once, however often they are sent at once", async () => {
  const { id, slug, people, stranger } = await cast();
  expect(count(await race({ table: "Community", id }, [1, 2].map(() => () => inviteToCommunity(people.leader, { slug, handle: stranger }))))).toBe(1);
  expect(count(await race({ table: "Community", id }, [1, 2].map(() => () => flagTopic(people.outsider, { slug, reason: "Wide." }))))).toBe(1);
});

test("of two changes of one charter at once, one is stale", async () => {
  const { id, slug, people } = await cast();
  const both = await race({ table: "Community", id }, ["A", "B"].map((name) => () => changeCommunity(people.leader, { slug, version: 1, name })));
  expect(both.map((one) => (one.ok ? "ok" : one.why)).sort()).toEqual(["ok", "stale"]);
});

test("two who found under one name at once get two addresses", async () => {
  const charter = { name: "Soil", domain: "What we do when the soil is not what the map says.", rhythm: "weekly", entry: "open", language: "en" };
  const founders = await Promise.all([1, 2, 3, 4].map(() => buildActor()));
  const results = await Promise.all(founders.map((actor) => foundCommunity(actor, charter)));
  expect(results.map((one) => one.ok && one.value.slug).sort()).toEqual(["soil", "soil-2", "soil-3", "soil-4"]);
});
