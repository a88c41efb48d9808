import { existsSync } from "node:fs";
import sanitizeHtml from "sanitize-html";
import { expect, test } from "vitest";
import { convertPost, type Post } from "@/lib/cli/import/stackexchange/convert";
import { rows } from "@/lib/cli/import/stackexchange/parse";
import { renderMarkdown } from "@/lib/platform/text/markdown";

const dir = "../shared/data/discussions-stackexchange";
const present = existsSync(dir);
if (!present) console.log(`skipped: ${dir} is not there`);

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";
const pictures = (html: string) => html.replace(/<img[^>]*>/g, (tag) => / alt="([^"]+)"/.exec(tag)?.[1] ?? / src="([^"]+)"/.exec(tag)?.[1] ?? "");
/** The letters, digits and marks of a text in HTML, in order: what no way there and back may change. */
const letters = (html: string) =>
  sanitizeHtml(pictures(html), { allowedTags: [] })
    .replace(/&(lt|gt|quot|amp);/g, "")
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]/g, (digit) => String(raised.indexOf(digit) % 10))
    .replace(/[^\p{L}\p{N}*_`~#[\]]/gu, "");

test.skipIf(!present)("the real dump is taken over whole, and its texts say what they said", { timeout: 60_000 }, async () => {
  const posts: Post[] = [];
  const changed: string[] = [];
  const skipped: string[] = [];
  for await (const row of rows(`${dir}/Posts.xml`)) {
    expect(row.problem).toBeUndefined();
    const post = convertPost(row.attributes ?? {}, "https://music.meta.stackexchange.com");
    if (post.kind === "skipped") skipped.push(post.reason);
    else {
      posts.push(post);
      const [before, after] = [letters(row.attributes?.Body ?? ""), letters(renderMarkdown(post.markdown).html)];
      if (before !== after) changed.push(`${post.sourceId}: ${before}\n${after}`);
    }
  }
  const count = (kind: string) => posts.filter((post) => post.kind === kind).length;
  expect([count("question"), count("answer")]).toEqual([708, 1223]);
  expect(posts.filter((post) => post.acceptedAnswerId)).toHaveLength(259);
  expect(skipped.toSorted()).toEqual([...Array(3).fill("tag wiki"), ...Array(3).fill("tag wiki excerpt")]);
  expect(posts.filter((post) => !post.ownerId && !post.ownerName).length).toBeLessThan(5);
  expect(changed).toEqual([]);
});

test.skipIf(!present)("all 3,033 people are read", async () => {
  let people = 0;
  for await (const row of rows(`${dir}/Users.xml`)) if (row.attributes?.DisplayName) people++;
  expect(people).toBe(3033);
});
