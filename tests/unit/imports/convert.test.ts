import { expect, test } from "vitest";
import { convertPost, dateOf, tagsOf } from "@/lib/cli/import/stackexchange/convert";

const question = {
  Id: "1", PostTypeId: "1", AcceptedAnswerId: "3", CreationDate: "2011-04-26T19:37:32.613", Score: "-5", Title: " A  &mdash; title ", Body: "<p>Text</p>\n", Tags: "<a><b-c>",
  OwnerUserId: "51", LastEditorUserId: "-1", LastEditDate: "2011-05-08T19:53:20.583",
};
const answer = { Id: "3", PostTypeId: "2", ParentId: "1", CreationDate: "2011-04-26T19:41:00.753", Score: "10", Body: "<p>Yes</p>", OwnerDisplayName: "user1234" };

test("a question brings over everything there is", () => {
  expect(convertPost(question)).toEqual({
    kind: "question", sourceId: "1", parentId: null, acceptedAnswerId: "3", createdAt: new Date("2011-04-26T19:37:32.613Z"), editedAt: new Date("2011-05-08T19:53:20.583Z"),
    lastEditorId: "-1", lastEditorName: null, score: -5, title: "A &mdash; title", markdown: "Text", tags: ["a", "b-c"], ownerId: "51", ownerName: null,
  });
});

test("an answer of somebody who is gone keeps the name, its question, and has neither title nor tags", () => {
  expect(convertPost({ ...answer, Title: "x", Tags: "<a>", AcceptedAnswerId: "9" })).toMatchObject({
    kind: "answer", sourceId: "3", parentId: "1", acceptedAnswerId: null, editedAt: null, title: "", tags: [], ownerId: null, ownerName: "user1234",
  });
});

test("a post without any author is taken too", () => {
  expect(convertPost({ ...answer, OwnerDisplayName: "" })).toMatchObject({ kind: "answer", ownerId: null, ownerName: null });
});

test.each([
  ["<a><b-c><c++>", ["a", "b-c", "c++"]],
  ["|a|b-c|c++|", ["a", "b-c", "c++"]],
  ["|A|a|", ["a"]],
  ["", []],
  [undefined, []],
])("the tags %j are %j", (text, tags) => {
  expect(tagsOf(text)).toEqual(tags);
});

test.each([
  ["2011-04-26T19:37:32.613", "2011-04-26T19:37:32.613Z"],
  ["2011-04-26T19:37:32", "2011-04-26T19:37:32.000Z"],
  ["2011-04-26T19:37:32.6131234", "2011-04-26T19:37:32.613Z"],
  ["2011-04-26T19:37:32.613Z", "2011-04-26T19:37:32.613Z"],
])("the time %s is in UTC, wherever the machine stands", (text, iso) => {
  const { TZ } = process.env;
  try {
    for (process.env.TZ of ["America/New_York", "Asia/Tokyo"]) expect(dateOf(text)?.toISOString()).toBe(iso);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test.each(["", "2011-04-26", "2011-13-26T00:00:00", "2011-04-26T25:00:00", "now", undefined])("%j is no time", (text) => {
  expect(dateOf(text)).toBeNull();
});

test.each([
  ["tag wiki excerpt", { ...question, PostTypeId: "4" }],
  ["tag wiki", { ...question, PostTypeId: "5" }],
  ["moderator nomination", { ...question, PostTypeId: "6" }],
  ["post of kind 17", { ...question, PostTypeId: "17" }],
  ["post of no kind", { ...question, PostTypeId: "" }],
  ["question without a title", { ...question, Title: " " }],
  ["answer without a question", { ...answer, ParentId: "" }],
  ["answer without a text", { ...answer, Body: "<p> </p>" }],
  ["no date of creation", { ...answer, CreationDate: "2011" }],
])("%s is skipped by that reason", (reason, row) => {
  expect(convertPost(row)).toEqual({ kind: "skipped", sourceId: row.Id, reason });
});

test("HTML nested ten thousand deep spoils its own row and nothing else", () => {
  for (const open of ["<blockquote>", "<ul><li>", "<p><em>"])
    expect(convertPost({ ...answer, Body: open.repeat(10_000) + "deep" })).toEqual({ kind: "skipped", sourceId: "3", reason: "text cannot be read" });
  expect(convertPost({ ...answer, Body: "<p>a<br><b>b</b>".repeat(1000) })).toMatchObject({ kind: "answer" });
});
