import { expect, test } from "vitest";
import { attachFile } from "@/lib/attachments/commands";
import { reactions } from "@/lib/attachments/events";
import { forgetFiles } from "@/lib/attachments/jobs";
import { forgetDrafts } from "@/lib/drafts/commands";
import { clocks as draftClocks } from "@/lib/drafts/jobs";
import { db } from "@/lib/platform/db";
import { react } from "@/lib/platform/events";
import { newKey } from "@/lib/platform/files/disk";
import { files } from "@/lib/platform/files/files";
import { limit } from "@/lib/platform/limits";
import { clocks, sweepKeys } from "@/lib/platform/sweep";
import { buildActor, buildCommunity, buildDiscussion, buildPerson } from "../../support/build";

const DAY = 24 * 3600 * 1000;
const now = new Date("2026-11-22T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

test("an idempotency key is good for a day", async () => {
  const { id: actorId } = await buildPerson();
  const key = (name: string, at: Date) => ({ actorId, command: "x", key: name, inputHash: "", at });
  await db.idempotencyKey.createMany({ data: [key("fresh", ago(DAY - 1000)), key("old", ago(DAY + 1000))] });
  expect(await sweepKeys(now)).toBe(1);
  expect((await db.idempotencyKey.findMany()).map((one) => one.key)).toEqual(["fresh"]);
});

test("counts that no longer count go, the others stay", async () => {
  await limit("write", "somebody");
  await db.rateLimit.create({ data: { key: "long ago", points: 3, expire: 1 } });
  await clocks["rate-limits"]?.run(new Date());
  expect((await db.rateLimit.findMany()).map(({ key }) => key)).toEqual([expect.stringMatching(/^write:/)]);
});

const stored = async (ownerId: string, createdAt: Date, over: object = {}) => {
  const storageKey = newKey();
  await files().put(storageKey, new TextEncoder().encode("a text"));
  const { id } = await db.attachment.create({ data: { ownerId, name: "a.txt", mediaType: "text/plain", size: 6, storageKey, createdAt, ...over } });
  return { id, storageKey };
};
const isThere = async ({ storageKey }: { storageKey: string }) => {
  const found = await files().get(storageKey);
  found?.stream.destroy();
  return found !== null;
};

test("a file that stands in no text for a week is forgotten, with what lies on the disk", async () => {
  const { id: owner } = await buildPerson();
  const community = await buildCommunity();
  const discussion = await buildDiscussion(community.id, owner);
  const old = await stored(owner, ago(8 * DAY));
  const nobodys = await stored(owner, ago(8 * DAY), { ownerId: null });
  const fresh = await stored(owner, ago(6 * DAY));
  const posted = await stored(owner, ago(80 * DAY), { discussionId: discussion.id });
  const drafted = await stored(owner, ago(80 * DAY));
  await db.draft.create({ data: { userId: owner, place: "community:new", fields: { body: `![a](/files/${drafted.id}/a.txt)` } } });
  await forgetFiles(now);
  expect((await db.attachment.findMany({ select: { id: true } })).map(({ id }) => id).sort()).toEqual([fresh.id, posted.id, drafted.id].sort());
  for (const { id } of await db.event.findMany({ where: { name: "attachment.forgotten" } })) {
    await react([reactions], id);
    await react([reactions], id); // a job may run twice
  }
  expect(await Promise.all([old, nobodys, fresh, posted, drafted].map(isThere))).toEqual([false, false, true, true, true]);
});

test("nobody but the clock forgets what others sent or wrote", async () => {
  const me = await buildActor({ roles: ["ADMINISTRATOR"] });
  expect(await forgetDrafts(me, { now })).toMatchObject({ ok: false, why: "forbidden" });
  expect(await attachFile(me, { name: "a", mediaType: "text/plain", size: 1, storageKey: newKey() })).toMatchObject({ ok: true });
});

test("a draft that nobody has touched for a year goes", async () => {
  const { id: userId } = await buildPerson();
  await db.draft.createMany({ data: [
    { userId, place: "community:new", fields: {}, updatedAt: new Date("2025-11-22T11:59:00Z") },
    { userId, place: "community:other", fields: {}, updatedAt: new Date("2025-11-22T12:01:00Z") },
  ] });
  await draftClocks["stale-drafts"]?.run(now);
  expect((await db.draft.findMany()).map(({ place }) => place)).toEqual(["community:other"]);
});
