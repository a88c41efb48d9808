import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { findNearOfNext } from "@/lib/search/near/commands";
import { findNear } from "@/lib/search/near/events";
import { listNear } from "@/lib/search/near/queries";
import { buildActor, buildDiscussion, buildSystem } from "@/tests/support/build";
import { indexAll, world } from "./world";

const caughtUp = async () => {
  await indexAll();
  for (let done = 1; done > 0; ) {
    const answer = await findNearOfNext(buildSystem(), {});
    done = answer.ok ? answer.value.done : 0;
  }
};
const near = async (reader: Parameters<typeof listNear>[0], id = "") => (await listNear(reader, id)).map(({ title }) => title);

test("each finds the other, the most alike first; what shares no word stays away", async () => {
  const { posts, reader, community } = await world([{ title: "Coolant for the lathe" }, { title: "Which coolant for a lathe in winter?" }, { title: "Lathe noise" }, { title: "Lunch on Friday" }]);
  await caughtUp();
  expect(await near(reader, posts[0]?.id)).toEqual(["Which coolant for a lathe in winter?", "Lathe noise"]);
  expect(await near(reader, posts[2]?.id)).toContain("Coolant for the lathe");
  expect(await near(reader, posts[3]?.id)).toEqual([]);
  expect((await listNear(reader, posts[0]?.id ?? ""))[0]).toMatchObject({ url: `/communities/${community.slug}/discussions/${posts[1]?.id}`, language: "en", answered: false });
});

test("a new title is near to other things; found twice it stands there once", async () => {
  const { posts, reader } = await world([{ title: "Trolley wheels squeak" }, { title: "Squeaking trolley" }, { title: "Binding thread" }]);
  await caughtUp();
  const [first, , third] = posts;
  await db.discussion.update({ where: { id: first?.id ?? "" }, data: { title: "Thread for binding" } });
  await indexAll();
  for (const _ of [1, 2]) await db.$transaction((tx) => findNear(tx, [first?.id ?? ""]));
  expect(await near(reader, first?.id)).toEqual(["Binding thread"]);
  expect(await near(reader, third?.id)).toEqual(["Thread for binding"]);
});

test("what its reader does not see is not near: another's private place, what is deleted, hidden or merged", async () => {
  const { posts, reader } = await world([{ title: "Granite quarry visit" }]);
  const id = posts[0]?.id;
  const secret = await world([{ title: "Granite quarry prices" }], { entry: "PRIVATE" });
  await caughtUp();
  expect(await near(reader, id)).toEqual([]);
  const member = await buildActor({ memberOf: [secret.community.id] });
  expect(await near(member, id)).toEqual(["Granite quarry prices"]);
  expect(await near(reader, secret.posts[0]?.id), "asked about what the reader does not see").toEqual([]);
  for (const data of [{ deletedAt: new Date() }, { hiddenAt: new Date() }, { mergedIntoId: id ?? null }]) {
    await db.discussion.update({ where: { id: secret.posts[0]?.id ?? "" }, data: { deletedAt: null, hiddenAt: null, mergedIntoId: null, ...data } });
    expect(await near(member, id)).toEqual([]);
  }
});

test("no more than twenty are kept, and only the portal itself looks for them", async () => {
  const { posts, community } = await world([{ title: "Weekly rota" }]);
  const author = await buildActor({});
  for (let n = 0; n < 25; n++) await buildDiscussion(community.id, author.id, { title: `Weekly rota ${n}` });
  await caughtUp();
  expect(await db.nearDiscussion.count({ where: { discussionId: posts[0]?.id ?? "" } })).toBe(20);
  expect(await findNearOfNext(author, {})).toMatchObject({ ok: false, why: "forbidden" });
});
