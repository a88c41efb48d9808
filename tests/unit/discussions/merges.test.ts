import { expect, test } from "vitest";
import { asReply, inherits, lastOf, merge } from "@/lib/discussions/merges/rules";
import { MergeDiscussion } from "@/lib/discussions/merges/schema";
import { renderMarkdown } from "@/lib/platform/text/markdown";

const side = (id: string, communityId: string, entry: "OPEN" | "REQUEST" | "PRIVATE" = "OPEN") => ({ id, communityId, community: { entry }, openReports: 0 });

test.each([
  ["within one place", side("1", "a"), side("2", "a"), "ok"],
  ["within a private place", side("1", "a", "PRIVATE"), side("2", "a", "PRIVATE"), "ok"],
  ["between two open places", side("1", "a"), side("2", "b"), "ok"],
  ["into a private place", side("1", "a"), side("2", "b", "PRIVATE"), "ok"],
  ["out of a private place", side("1", "a", "PRIVATE"), side("2", "b"), "private-stays"],
  ["between two private places", side("1", "a", "PRIVATE"), side("2", "b", "PRIVATE"), "private-stays"],
  ["into itself", side("1", "a"), side("1", "a"), "same-discussion"],
  ["into nothing", side("1", "a"), null, "no-such-discussion"],
  ["away from the leaders who have a report of it", { ...side("1", "a"), openReports: 1 }, side("2", "b"), "open-reports"],
  ["with a report, under the same leaders", { ...side("1", "a"), openReports: 1 }, side("2", "a"), "ok"],
] as const)("merging %s", (_how, from, into, heard) => {
  const result = merge(from, into);
  expect(result.ok ? "ok" : result.why).toBe(heard);
});

test("the first post stands under its title, whatever signs are in that", () => {
  const title = "Why *does* `x` <b>\n not [work](y) @anna # 1. - + !";
  expect(asReply({ title, body: "So.", summary: "" }).endsWith("**\n\nSo.")).toBe(true);
  const { html } = renderMarkdown(asReply({ title, body: "So.", summary: "It does." }));
  expect(html).toBe("<p><strong>Why *does* `x` &lt;b&gt; not [work](y) @anna # 1. - + !</strong></p>\n<p>So.</p>\n<hr />\n<p>It does.</p>\n");
});

test("an accepted answer is taken over by a question that has none", () => {
  expect(inherits({ kind: "QUESTION", acceptedReplyId: null }, { acceptedReplyId: "r" })).toBe(true);
  expect(inherits({ kind: "QUESTION", acceptedReplyId: "own" }, { acceptedReplyId: "r" })).toBe(false);
  expect(inherits({ kind: "IDEA", acceptedReplyId: null }, { acceptedReplyId: "r" })).toBe(false);
  expect(inherits({ kind: "QUESTION", acceptedReplyId: null }, { acceptedReplyId: null })).toBe(false);
});

test("the last voice is the latest of both; where nobody replied, it is who began what became a reply", () => {
  const [early, late] = [new Date("2026-01-01"), new Date("2026-02-01")];
  const life = (authorId: string, replyCount: number, lastActivityAt: Date) => ({
    authorId, authorName: null, replyCount, lastActivityAt, lastReplierId: replyCount > 0 ? `last of ${authorId}` : null, lastReplierName: null,
  });
  expect(lastOf(life("into", 2, early), life("from", 1, late))).toEqual({ lastReplierId: "last of from", lastReplierName: null, lastActivityAt: late });
  expect(lastOf(life("into", 2, early), life("from", 0, late))).toMatchObject({ lastReplierId: "from", lastActivityAt: late });
  expect(lastOf(life("into", 2, late), life("from", 1, early))).toMatchObject({ lastReplierId: "last of into", lastActivityAt: late });
  expect(lastOf(life("into", 0, late), life("from", 0, early))).toMatchObject({ lastReplierId: "from", lastActivityAt: late });
  expect(lastOf(life("into", 0, late), { ...life("x", 0, early), authorId: null, authorName: "Ilse" } as never)).toMatchObject({ lastReplierId: null, lastReplierName: "Ilse" });
});

const id = "0190a1b2-0000-7000-8000-000000000001";
test.each([
  [id, id],
  [` ${id.toUpperCase()} `, id],
  [`https://portal.example.org/communities/a/discussions/${id}?to=1#p-2`, id],
  [`/communities/a/discussions/${id}/manage`, id],
  ["https://portal.example.org/communities/a", null],
  [`https://portal.example.org/communities/a/discussions/${id.slice(1)}`, null],
  [`${id}${id}`, null],
] as const)("the address %s names a discussion or none", (into, found) => {
  const parsed = MergeDiscussion.safeParse({ id, into });
  expect(parsed.success ? parsed.data.into : null).toBe(found);
});
