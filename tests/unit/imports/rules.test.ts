import { expect, test } from "vitest";
import { handlesOf, type Known, linkedIds, outcome, plan, relink, type Standing } from "@/lib/discussions/imports/rules";
import type { ImportedPost } from "@/lib/discussions/imports/schema";

const day = (date: string) => new Date(`${date}T00:00:00.000Z`);
const now = day("2026-01-01");

const post = (over: Partial<ImportedPost> = {}): ImportedPost => ({
  kind: "question", sourceId: "1", parentId: null, acceptedId: null, line: 4, createdAt: day("2020-01-01"), editedAt: null, votes: 3, title: "Why?", body: "Because.", tags: ["a"],
  author: { sourceId: "7", name: "Åsa" }, sourceUrl: null, ...over,
});
const standing = (over: Partial<Standing> = {}): Standing => ({
  id: "q", discussionId: "q", communityId: "c", title: "Why?", body: "Because.", language: "en", tags: ["a"], votes: 3, sourceUrl: null, anonymous: false,
  createdAt: day("2020-01-01"), editedAt: null, deletedAt: null, version: 1, ...over,
});
const known = (over: Partial<Known> = {}): Known => ({ taken: new Map(), parents: new Map(), curated: new Map(), links: new Map(), ...over });
const judged = (one: ImportedPost, before: Standing | null | undefined, more: Partial<Known> = {}) =>
  plan([one], known({ ...(before !== undefined && { taken: new Map([[one.sourceId, before]]) }), ...more }), "pumps.example.org", now)[0];

test("A post that is not here is created, an answer under its question", () => {
  expect(judged(post(), undefined)).toMatchObject({ does: "create" });
  const answer = post({ kind: "answer", sourceId: "2", parentId: "1" });
  expect(judged(answer, undefined, { parents: new Map([["1", { id: "q", language: "sv" }]]) })).toMatchObject({ does: "create", parent: { id: "q", language: "sv" } });
  expect(judged(answer, undefined)).toMatchObject({ does: "fail", why: "its question 1 was not imported" });
  expect(judged(answer, undefined, { parents: new Map([["1", "deleted"]]) })).toMatchObject({ does: "leave" });
  expect(judged(post({ createdAt: day("2027-01-01") }), undefined)).toMatchObject({ does: "fail", why: "its date lies in the future" });
});

test.each([
  ["is the same", post(), standing(), { does: "nothing" }],
  ["has another score", post({ votes: 4 }), standing(), { does: "update", text: false, revises: false }],
  ["has an address now", post({ sourceUrl: "https://x.example/1" }), standing(), { does: "update", text: false }],
  ["was edited at the source", post({ body: "For.", editedAt: day("2021-01-01") }), standing(), { does: "update", text: true, revises: true }],
  ["was edited twice at the source", post({ body: "For.", editedAt: day("2021-02-01") }), standing({ editedAt: day("2021-01-01") }), { does: "update", text: true, revises: true }],
  ["is written otherwise by a newer importer", post({ body: "Because!" }), standing(), { does: "update", text: true, revises: false }],
  ["was edited here", post(), standing({ body: "Here.", editedAt: day("2021-01-01") }), { does: "leave", why: "edited in the portal since" }],
  ["was edited here, and has another score", post({ votes: 9 }), standing({ body: "Here.", editedAt: day("2021-01-01") }), { does: "update", text: false }],
  ["was edited here, then at the source", post({ body: "There.", editedAt: day("2022-01-01") }), standing({ body: "Here.", editedAt: day("2021-01-01") }), { does: "update", text: true, revises: true }],
  ["was deleted here", post({ body: "For.", editedAt: day("2021-01-01") }), standing({ deletedAt: day("2021-01-01") }), { does: "leave", why: "deleted in the portal" }],
  ["has an author at last", post(), standing({ anonymous: true }), { does: "update", text: false }],
] as const)("A post that %s", (_what, one, before, expected) => {
  expect(judged(one, before)).toMatchObject(expected);
});

test("A record that is gone from the portal is not brought back", () => {
  expect(judged(post(), null)).toMatchObject({ does: "leave", why: "deleted in the portal" });
});

test("Words that leaders have merged are replaced, and none stands twice", () => {
  expect(judged(post({ tags: ["a", "b", "c"] }), undefined, { curated: new Map([["b", "a"]]) })).toMatchObject({ tags: ["a", "c"] });
});

test("Links to posts of the same site lead to the portal; code, other sites and missing posts are left alone", () => {
  const links = new Map([["2", "/two"], ["3", "/three"]]);
  const there = (path: string) => `see [x](https://pumps.example.org${path}) now`;
  const here = (to: string) => `see [x](${to}) now`;
  const made = (text: string) => relink(text, "pumps.example.org", links);
  for (const path of ["/questions/2", "/questions/2/some-title", "/q/2", "/q/2/77?a=1", "/questions/2/some-title#comment3_2"]) expect(made(there(path))).toBe(here("/two"));
  for (const path of ["/a/3", "/a/3/77", "/questions/2/some-title/3#3", "/questions/2/x#3"]) expect(made(there(path))).toBe(here("/three"));
  expect(made(there("/questions/2/x/99#99"))).toBe(here("/two"));
  for (const text of [there("/questions/9"), there("/users/2"), "[x](https://other.example.org/q/2)", "`[x](https://pumps.example.org/q/2)`", "```\n[x](https://pumps.example.org/q/2)\n```", "\\](https://pumps.example.org/q/2)", "https://pumps.example.org/q/2"])
    expect(made(text)).toBe(text);
  expect(relink(there("/q/2"), null, links)).toBe(there("/q/2"));
  expect(linkedIds(`${there("/q/2")} ${there("/questions/2/x/99#99")}`, "pumps.example.org")).toEqual(["2", "99", "2"]);
});

test("Looking for links takes no longer than the text is long", () => {
  const started = performance.now();
  for (const text of ["[x](https://pumps.example.org/".repeat(20_000), "`".repeat(200_000), "```\n".repeat(50_000), "](".repeat(100_000)]) relink(`${text} pumps.example.org`, "pumps.example.org", new Map());
  expect(performance.now() - started).toBeLessThan(2000);
});

test("A handle is the name, or the name with the id at the source", () => {
  expect(handlesOf("asa-oberg", "7")).toEqual(["asa-oberg", "asa-oberg-7"]);
  expect(handlesOf("", "-12")).toEqual(["person", "person-12"]);
  expect(handlesOf("admin", "3")).toEqual(["admin-2", "admin-2-3"]);
  expect(handlesOf("a-very-long-name-that-goes-on-and-on", "123456789").every((handle) => handle.length <= 40)).toBe(true);
});

test("What comes of a batch is counted by kind, and what failed is named", () => {
  const [created] = [judged(post(), undefined)];
  const [failed] = [judged(post({ kind: "answer", sourceId: "5", parentId: "9", line: 12 }), undefined)];
  const left = judged(post(), null);
  expect(outcome([created, failed, left, left].flatMap((one) => one ?? []))).toEqual({
    question: { created: 1, updated: 0, same: 0 },
    answer: { created: 0, updated: 0, same: 0 },
    left: { "deleted in the portal": 2 },
    failed: [{ line: 12, id: "5", why: "its question 9 was not imported" }],
  });
});
