import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { similarDiscussions } from "@/lib/search/similar/queries";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildReply, buildVisitor } from "@/tests/support/build";
import { indexAll, titles } from "./world";

/** A private community with a word in every corner of it, and one open discussion beside. */
const build = async () => {
  const author = await buildPerson({ name: "Ana Writer" });
  const open = await buildCommunity({ name: "Open air" });
  await buildDiscussion(open.id, author.id, { title: "Garden benches", html: "<p>Oak or beech?</p>" });
  const hidden = await buildCommunity({ name: "Zirconia circle", slug: "zirconia-a1b2c3", entry: "PRIVATE", domain: "Feldspar and mica." });
  await db.tag.create({ data: { communityId: hidden.id, name: "obsidian" } });
  const discussion = await buildDiscussion(hidden.id, author.id, { title: "Gardem of malachite", html: "<p>Porphyry dust.</p>", tags: ["obsidian"] });
  await buildReply(discussion.id, author.id, { html: "<p>Basalt columns.</p>" });
  await db.attachment.create({ data: { discussionId: discussion.id, name: "chrysolite.pdf", mediaType: "application/pdf", size: 1, storageKey: "k" } });
  await indexAll();
  return { open, hidden, discussion, author };
};

const secrets = ["zirconia", "feldspar", "obsidian", "malachite", "porphyry", "basalt", "chrysolite.pdf", "zirconai", "malachit", "basalts", "obsidain", '"porphyry dust"', "zircon", "-oak basalt", "xyzzy or basalt"];

test.each(["stranger", "administrator", "HR admin", "administrator of everything else"])("a %s gets the answer for a word of a private community that a word nobody wrote gets", async (who) => {
  const { open, hidden } = await build();
  const roles = who === "HR admin" ? (["HR_ADMIN"] as const) : who === "stranger" ? [] : (["ADMINISTRATOR"] as const);
  const reader = await buildActor({ roles: [...roles], ...(who.includes("everything") && { leads: [open.id] }) });
  const nothing = await search(reader, { q: "qwrtzpl" });
  expect(nothing).toEqual({ items: [], next: null, total: 0, capped: false, facets: [], instead: [] });
  for (const q of secrets) expect([q, await search(reader, { q })]).toEqual([q, nothing]);
  expect(await search(reader, { q: "garden", community: hidden.slug })).toEqual(await search(reader, { q: "garden", community: "no-such-place" }));
  for (const q of ["malachite", "Gardem of malachite", "porphyry dust"]) expect([q, await similarDiscussions(reader, q)]).toEqual([q, []]);
});

test("a word of a private community neither hinders nor helps a correction", async () => {
  await build();
  const reader = await buildActor();
  for (const q of ["gardem", "gadren"]) expect(await search(reader, { q })).toMatchObject({ total: 1, instead: ["garden"], items: [{ title: [{ text: "Garden" }, { text: " benches" }] }] });
  expect((await similarDiscussions(reader, "Gardem benches")).map(({ title }) => title)).toEqual(["Garden benches"]);
});

test("a member finds all of it", async () => {
  const { hidden } = await build();
  const member = await buildActor({ memberOf: [hidden.id] });
  for (const q of secrets.filter((one) => !one.startsWith("-"))) expect([q, (await search(member, { q }))?.total]).not.toEqual([q, 0]);
  expect((await similarDiscussions(member, "Garden of malachit")).map(({ title }) => title)).toContain("Gardem of malachite");
});

test("a community by request shows its charter and not its discussions; an invitation shows the charter of a private one", async () => {
  const { hidden, author } = await build();
  const request = await buildCommunity({ name: "Jasper", entry: "REQUEST" });
  await buildDiscussion(request.id, author.id, { title: "Jasper polishing" });
  const invited = await buildActor();
  await db.communityInvitation.create({ data: { communityId: hidden.id, userId: invited.id } });
  await indexAll();
  expect(await titles(invited, "jasper")).toEqual(["Jasper"]);
  expect(await titles(invited, "zirconia")).toEqual(["Zirconia circle"]);
  expect(await titles(invited, "malachite")).toEqual([]);
});

test("a visitor finds nothing at all", async () => {
  await build();
  const visitor = buildVisitor();
  for (const q of ["garden", "open", "ana", "malachite"]) expect((await search(visitor, { q }))?.total).toBe(0);
  expect(await similarDiscussions(visitor, "Garden benches")).toEqual([]);
});

test("what was moved, deleted, hidden or closed is gone at once, before the index has heard of it", async () => {
  const { open, hidden, author } = await build();
  const reader = await buildActor();
  const discussion = await db.discussion.findFirstOrThrow({ where: { communityId: open.id } });
  const reply = await buildReply(discussion.id, author.id, { html: "<p>Larch instead.</p>" });
  await indexAll();
  expect(await titles(reader, "larch")).toHaveLength(1);
  await db.reply.update({ where: { id: reply.id }, data: { hiddenAt: new Date() } });
  expect(await titles(reader, "larch")).toEqual([]);
  await db.user.update({ where: { id: author.id }, data: { closedAt: new Date(), name: null } });
  expect(await titles(reader, "writer")).toEqual([]);
  for (const change of [{ deletedAt: new Date() }, { deletedAt: null, hiddenAt: new Date() }, { hiddenAt: null, communityId: hidden.id }]) {
    await db.discussion.update({ where: { id: discussion.id }, data: change });
    expect(await search(reader, { q: "garden" })).toMatchObject({ total: 0, facets: [] });
    expect(await similarDiscussions(reader, "Garden benches")).toEqual([]);
  }
});
