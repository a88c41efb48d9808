import { expect, test } from "vitest";
import { startDiscussion } from "@/lib/discussions/commands";
import { postReply } from "@/lib/discussions/replies/commands";
import { acceptAnswer } from "@/lib/discussions/acceptance/commands";
import { react } from "@/lib/discussions/reactions/commands";
import { getCommunity } from "@/lib/communities/queries";
import { keepDraft } from "@/lib/drafts/commands";
import { getDrafts } from "@/lib/drafts/queries";
import { invitePerson } from "@/lib/people/invitations/commands";
import { makeToken } from "@/lib/people/tokens/commands";
import { db } from "@/lib/platform/db";
import { race } from "../../support/race";
import { buildActor, buildCommunity, buildDiscussion } from "../../support/build";

const talk = (slug: string, over: object = {}) => ({ community: slug, kind: "question", title: "Why?", body: "Because.", tags: [], ...over });

test("zero characters and half characters never reach the database, by either door", async () => {
  const community = await buildCommunity();
  const me = await buildActor({ memberOf: [community.id] });
  const result = await startDiscussion(me, talk(`${community.slug}\0`, { title: "Wh\0y\ud800?", body: "\0Be\0cause", tags: ["a\0b"] }));
  expect(result).toMatchObject({ ok: true });
  expect(await db.discussion.findFirst()).toMatchObject({ title: "Why\ufffd?", body: "Because", tags: ["ab"] });
  expect(await startDiscussion(me, talk(community.slug, { title: "\0" }))).toMatchObject({ ok: false, why: "invalid", fields: { title: ["required"] } });
  expect(await keepDraft(me, { place: "community:new", fields: { "na\0me": "x\0\ud800" } })).toMatchObject({ ok: true });
  expect(await getDrafts(me, ["community:\0new"])).toEqual({ "community:new": { name: "x\ufffd" } });
  expect(await getCommunity(me, "\0")).toBeNull();
});

test("the same request under the same key is answered again, another one is a conflict, and a refusal frees the key", async () => {
  const community = await buildCommunity();
  const me = await buildActor({ memberOf: [community.id] });
  const key = { key: "one" };
  expect(await startDiscussion(me, talk(community.slug, { title: "" }), key)).toMatchObject({ why: "invalid" });
  expect(await startDiscussion(me, talk("nowhere"), key)).toMatchObject({ why: "not-found" });
  const first = await startDiscussion(me, talk(community.slug), key);
  expect(first).toMatchObject({ ok: true });
  expect(await startDiscussion(me, talk(community.slug), key)).toEqual(first);
  expect(await startDiscussion(me, talk(community.slug, { title: "Another?" }), key)).toMatchObject({ ok: false, why: "conflict" });
  expect(await db.discussion.count()).toBe(1);
  const other = await buildActor({ memberOf: [community.id] });
  expect(await startDiscussion(other, talk(community.slug), key)).not.toEqual(first);
});

test("any key will do, however long and whatever it is made of", async () => {
  const community = await buildCommunity();
  const me = await buildActor({ memberOf: [community.id] });
  for (const key of ["k".repeat(100_000), "a\0b", "\ud800", "ключ"]) {
    const first = await startDiscussion(me, talk(community.slug), { key });
    expect(await startDiscussion(me, talk(community.slug), { key })).toEqual(first);
  }
  expect(await db.discussion.count()).toBe(4);
});

test("six identical requests that meet make one record", async () => {
  const community = await buildCommunity();
  const me = await buildActor({ memberOf: [community.id] });
  const same = () => startDiscussion(me, talk(community.slug), { key: "double click" });
  const results = await race({ table: "Community", id: community.id }, Array.from({ length: 6 }, () => same));
  expect(new Set(results.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await db.discussion.count()).toBe(1);
});

test("an answer that is a secret is told once and kept nowhere", async () => {
  const me = await buildActor();
  const first = await makeToken(me, { name: "script" }, { key: "k" });
  if (!first.ok) throw new Error(first.why);
  expect(first.value.token).toMatch(/^sw_/);
  expect(await makeToken(me, { name: "script" }, { key: "k" })).toEqual({ ok: false, why: "conflict" });
  expect(await db.apiToken.count()).toBe(1);
  const hr = await buildActor({ roles: ["HR_ADMIN"] });
  const invited = await invitePerson(hr, { name: "Bus Driver", handle: "bus-driver", position: "", category: "staff" }, { key: "k" });
  if (!invited.ok) throw new Error(JSON.stringify(invited));
  expect(invited.value.code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  const everything = JSON.stringify([await db.idempotencyKey.findMany(), await db.event.findMany(), await db.apiToken.findMany(), await db.invitation.findMany()]);
  expect(everything).not.toContain(first.value.token);
  expect(everything).not.toContain(invited.value.code ?? "");
  expect(everything).not.toContain((invited.value.code ?? "").replaceAll("-", ""));
  expect(await db.idempotencyKey.findMany({ where: { reply: { not: { equals: null } } } })).toEqual([]);
});

test("the address is found before the body is judged, in what a program says and in what a form says", async () => {
  const hidden = await buildCommunity({ entry: "PRIVATE" });
  const open = await buildCommunity();
  const outsider = await buildActor();
  const secret = await buildDiscussion(hidden.id, null);
  const seen = await buildDiscussion(open.id, null);
  const malformed = { replyId: "no id" };
  const byAddress = { address: ["discussionId"] };
  expect(await acceptAnswer(outsider, { discussionId: secret.id, ...malformed }, byAddress)).toMatchObject({ why: "not-found" });
  expect(await acceptAnswer(outsider, { discussionId: seen.id, ...malformed }, byAddress)).toMatchObject({ why: "forbidden" });
  expect(await postReply(outsider, { discussionId: secret.id })).toMatchObject({ why: "not-found" });
  expect(await postReply(outsider, { discussionId: seen.id })).toMatchObject({ why: "forbidden" });
  expect(await react(outsider, { discussionId: secret.id, name: "thanks", on: true, more: 1 }, { address: ["discussionId", "name", "on"] })).toMatchObject({ why: "not-found" });
  expect(await react(outsider, { discussionId: seen.id, name: "thanks", on: true, more: 1 }, { address: ["discussionId", "name", "on"] })).toMatchObject({ why: "invalid" });
});
