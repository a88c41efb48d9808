import { expect, test } from "vitest";
import { hrefOf, toldOf } from "@/lib/notifications/rules";

const me = "me";
const who = { userId: me, discussion: null, started: false, wrote: false, tag: null, community: null, knows: null };
const post = { first: false, asksHelp: false, mentioned: new Set<string>(), answers: null };
const first = { ...post, first: true };
const all = "EVERYTHING" as const;

type Case = [string, Partial<Parameters<typeof toldOf>[0]>, Parameters<typeof toldOf>[1], string | null];
const table: Case[] = [
  ["someone who said nothing hears nothing of a reply", {}, post, null],
  ["nor of a new discussion", {}, first, null],
  ["who started it hears of a reply to it", { started: true }, post, "reply-to-me started"],
  ["who started it hears of a reply to a reply, as of any", { started: true }, { ...post, answers: "other" }, "reply started"],
  ["who wrote in it hears of a reply", { wrote: true }, post, "reply wrote"],
  ["who was answered hears of that", { wrote: true }, { ...post, answers: me }, "reply-to-me answered"],
  ["who is mentioned hears of that", {}, { ...post, mentioned: new Set([me]) }, "mention mentioned"],
  ["who is answered and mentioned is answered", { wrote: true }, { ...post, answers: me, mentioned: new Set([me]) }, "reply-to-me answered"],
  ["who follows the community hears of a new discussion", { community: all }, first, "new-discussion community"],
  ["and of a reply", { community: all }, post, "reply community"],
  ["who follows a tag hears of a new discussion, by the tag", { tag: { level: all, name: "glue" } }, first, "new-discussion tag glue"],
  ["who wants replies alone hears of no new discussion", { community: "REPLIES" }, first, null],
  ["but of a mention in it", { community: "REPLIES" }, { ...first, mentioned: new Set([me]) }, "mention mentioned"],
  ["and, having started it, of a reply to it", { started: true, discussion: "REPLIES" }, post, "reply-to-me started"],
  ["but not of a reply to somebody else", { started: true, discussion: "REPLIES" }, { ...post, answers: "other" }, null],
  ["who wants nothing hears of no mention", { discussion: "NOTHING" }, { ...post, mentioned: new Set([me]) }, null],
  ["nor of an answer", { wrote: true, discussion: "NOTHING" }, { ...post, answers: me }, null],
  ["nor of a call for help", { community: "NOTHING", knows: "glue" }, { ...first, asksHelp: true }, null],
  ["who knows about it hears of a call for help", { knows: "glue" }, { ...first, asksHelp: true }, "help-request knows glue"],
  ["and of any other discussion nothing", { knows: "glue" }, first, null],
];

test.each(table)("%s", (_name, more, said, expected) => {
  const told = toldOf({ ...who, ...more }, said);
  expect(told && [told.kind, told.reason, ...(told.tag ? [told.tag] : [])].join(" ")).toBe(expected);
});

test("each leads to where it can be read or done", () => {
  const at = { replyId: "r1", community: { slug: "books" }, discussion: { id: "d1" } };
  expect(hrefOf({ ...at, kind: "reply" })).toBe("/communities/books/discussions/d1?answer=r1#p-r1");
  expect(hrefOf({ ...at, kind: "new-discussion", replyId: null })).toBe("/communities/books/discussions/d1#p-d1");
  expect(hrefOf({ ...at, kind: "summary" })).toBe("/communities/books/discussions/d1/summary");
  expect(hrefOf({ ...at, kind: "move-consent" })).toBe("/communities/books/discussions/d1/move");
  expect(hrefOf({ ...at, kind: "report" })).toBe("/communities/books/reports");
  expect(hrefOf({ ...at, kind: "join-request", discussion: null })).toBe("/communities/books/members");
  expect(hrefOf({ ...at, kind: "invitation", discussion: null })).toBe("/communities/books");
  expect(hrefOf({ ...at, kind: "removed", discussion: null, community: null })).toBe("/notifications");
});
