import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { run as exportDiscussions } from "@/lib/cli/export/discussions";
import { runFor } from "@/lib/cli/export/people";
import { importPeople, importUnits } from "@/lib/people/imports/commands";
import { system } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { files } from "@/lib/platform/files/files";
import { newKey } from "@/lib/platform/files/disk";
import { buildCommunity, buildDiscussion, buildPerson, buildReply } from "@/tests/support/build";

const place = (name: string) => path.join(mkdtempSync(path.join(tmpdir(), "stepwell-export-")), name);
const rows = (file: string) => parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[];

/** A unit with its manager and somebody whose name looks like a formula; somebody who has left; somebody without a mail address. */
const organisation = async () => {
  const top = await db.unit.create({ data: { code: "RIG", name: "Rig" } });
  const unit = await db.unit.create({ data: { code: "RIG-1", name: "-1 floor", parentId: top.id, satellite: true } });
  await db.unit.create({ data: { code: "OLD", name: "Old", closedAt: new Date() } });
  const manager = await buildPerson({ name: "Ida", email: "ida@example.org", unitId: top.id, category: "MANAGER" });
  const ana = await buildPerson({ name: "=Ana, \"the\" driller", email: "ana@example.org", unitId: unit.id, position: "Driller", managerId: manager.id, languages: ["es", "en"] });
  await db.position.createMany({ data: [{ userId: ana.id, unitId: unit.id, title: "Driller", category: "STAFF", startsOn: new Date("2024-02-29") }, { userId: ana.id, unitId: top.id, title: "Cook", category: "STAFF", startsOn: new Date("2020-01-01"), endsOn: new Date("2024-02-28") }] });
  await buildPerson({ name: null, email: null, closedAt: new Date() });
  await buildPerson({ name: "Bo", email: null });
};

test("people and units come out in the columns of the import, and going in again change nothing", async () => {
  await organisation();
  const [people, units] = [place("people.csv"), place("units.csv")];
  await runFor("people")([people]);
  await runFor("units")([units]);

  expect(rows(people)).toEqual([
    { email: "ana@example.org", name: "'=Ana, \"the\" driller", unit: "RIG-1", position: "Driller", starts_on: "2024-02-29", manager_email: "ida@example.org", category: "staff", languages: "es;en" },
    expect.objectContaining({ email: "ida@example.org", category: "manager", starts_on: "", manager_email: "" }),
  ]);
  expect(rows(units)).toEqual([{ code: "RIG", name: "Rig", parent_code: "", satellite: "no" }, { code: "RIG-1", name: "'-1 floor", parent_code: "RIG", satellite: "yes" }]);
  for (const [file, again] of [[people, importPeople], [units, importUnits]] as const)
    expect(await again(system, { csv: readFileSync(file, "utf8") })).toMatchObject({ ok: true, value: { created: [], updated: [], same: 2, problems: [] } });
  await expect(runFor("people")([people]), "nothing is written over").rejects.toThrow("is already there");
});

test("a community comes out as readable files with its replies in their order, its table and what its texts show", async () => {
  const author = await buildPerson({ name: "Żaneta", handle: "zaneta" });
  const community = await buildCommunity({ slug: "pumps-k7m2qx", name: "Pumps", entry: "PRIVATE" });
  const picture = await db.attachment.create({ data: { name: "seal (1).png", mediaType: "image/png", size: 3, storageKey: newKey(), ownerId: author.id } });
  await files().put(picture.storageKey, Buffer.from("abc"));
  const question = await buildDiscussion(community.id, author.id, { title: "=Why \"so\"?", body: `Look: ![seal](/files/${picture.id}/seal%20%281%29.png)`, tags: ["seals"], createdAt: new Date("2026-01-02T10:00:00Z") });
  await db.attachment.update({ where: { id: picture.id }, data: { discussionId: question.id } });
  const first = await buildReply(question.id, author.id, { body: "First.", createdAt: new Date("2026-01-02T11:00:00Z") });
  await buildReply(question.id, null, { body: "Second.", createdAt: new Date("2026-01-02T12:00:00Z") });
  await buildReply(question.id, author.id, { body: "To the first.", parentId: first.id, createdAt: new Date("2026-01-02T13:00:00Z") });
  await buildReply(question.id, author.id, { body: "Taken back.", deletedAt: new Date() });
  await buildReply(question.id, author.id, { body: "An insult.", hiddenAt: new Date(), hiddenReason: "Rude", createdAt: new Date("2026-01-02T14:00:00Z") });
  await db.discussion.update({ where: { id: question.id }, data: { acceptedReplyId: first.id } });
  await buildDiscussion(community.id, author.id, { title: "Gone", deletedAt: new Date() });
  await buildDiscussion((await buildCommunity()).id, author.id, { title: "Elsewhere" });
  const folder = place("pumps");

  await exportDiscussions([folder, "--community", "pumps-k7m2qx"]);

  const [file, ...others] = readdirSync(path.join(folder, "discussions"));
  expect([file, others]).toEqual([`2026-01-02-why-so-${question.id.slice(-6)}.md`, []]);
  const text = readFileSync(path.join(folder, "discussions", file ?? ""), "utf8");
  expect(text).toMatch(/^---\nid: .*\ntitle: "=Why \\"so\\"\?"\nkind: "question"\n/);
  expect(text).toContain(`![seal](../files/${picture.id}/seal%20%281%29.png)`);
  expect(text.indexOf("First."), "an answer stands before what was said to it").toBeLessThan(text.indexOf("To the first."));
  expect(text.indexOf("To the first."), "and that before the next answer").toBeLessThan(text.indexOf("Second."));
  expect(text).toContain("## Żaneta (@zaneta), 2026-01-02 11:00: accepted answer");
  expect(text).not.toMatch(/Taken back|insult|Gone|Elsewhere/);
  expect(readFileSync(path.join(folder, "files", picture.id, "seal (1).png"), "utf8")).toBe("abc");
  expect(rows(path.join(folder, "discussions.csv"))).toEqual([expect.objectContaining({ id: question.id, title: "'=Why \"so\"?", tags: "seals", author: "zaneta", replies: "4", accepted: "yes", file: `discussions/${file}` })]);
  expect(JSON.parse(readFileSync(path.join(folder, "community.json"), "utf8"))).toMatchObject({ slug: "pumps-k7m2qx", name: "Pumps", entry: "PRIVATE" });
});

test("a folder with something in it, a community that is not there and a missing name are refused in a sentence", async () => {
  await buildCommunity({ slug: "pumps" });
  const folder = place("pumps");
  mkdirSync(path.join(folder, "mine"), { recursive: true });
  await expect(exportDiscussions([folder, "--community", "pumps"])).rejects.toThrow("is not empty");
  await expect(exportDiscussions([place("new"), "--community", "none"])).rejects.toThrow("There is no community none");
  await expect(exportDiscussions([place("new")])).rejects.toThrow("npm run export -- discussions DIR --community SLUG");
});
