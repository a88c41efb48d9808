import fc from "fast-check";
import { expect, test } from "vitest";
import { handlesIn, renderMarkdown } from "@/lib/platform/text/markdown";

const html = (source: string) => renderMarkdown(source).html;
const people: Record<string, string> = { anna: "anna", "per-åke": "per-åke", "anna.k": "anna.k", ŁUCJA: "łucja" };
const mentioning = (source: string) => renderMarkdown(source, { mentions: (typed) => people[typed] ?? null });
const rel = 'rel="nofollow ugc noopener"';

test.each([
  ["# Title", "<h3>Title</h3>\n"],
  ["#### Deep", "<h6>Deep</h6>\n"],
  ["Under\n---", "<h4>Under</h4>\n"],
  ["one\ntwo", "<p>one\ntwo</p>\n"],
  ["one  \ntwo", "<p>one<br />\ntwo</p>\n"],
  ["~~old~~ **new** _so_ `code`", "<p><s>old</s> <strong>new</strong> <em>so</em> <code>code</code></p>\n"],
  ["```js\na < b\n```", '<pre><code class="language-js">a &lt; b\n</code></pre>\n'],
  ["3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'],
  ["> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"],
  ["[w](https://a.example/b)", `<p><a href="https://a.example/b" ${rel}>w</a></p>\n`],
  ["[w](/communities/x?y=1#z)", `<p><a href="/communities/x?y=1#z" ${rel}>w</a></p>\n`],
  ["see https://a.example/b.", `<p>see <a href="https://a.example/b" ${rel}>https://a.example/b</a>.</p>\n`],
  ["readme.md", "<p>readme.md</p>\n"],
])("%j is rendered as %j", (source, expected) => {
  expect(html(source)).toBe(expected);
});

test("a table keeps its alignment without a style", () => {
  const out = html("|a|b|\n|-:|-|\n|1|2|");
  expect(out).toContain('<th align="right">a</th>\n<th>b</th>');
  expect(out).toContain('<td align="right">1</td>');
  expect(out).not.toContain("style");
});

test.each([
  "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>)", "[x](vbscript:x)", "[x](//evil.example)",   "[x](/\t/evil.example)", "[x](</\n/evil.example>)", "[x](page)", "[x](../up)", "[x](/a/../../b)", "[x](/a/%2e%2e/b)", "[x](#part)", "<javascript:alert(1)>", "[x](file:///etc/passwd)", "[x](http://)",
])("%j leads nowhere", (source) => {
  expect(html(source)).not.toContain("<a");
});

test.each(["[x](/\\evil.example)", "[x](/&Tab;/evil.example)", "[x](/it's?q=it's)"])("%j stays in the portal", (source) => {
  const href = /href="([^"]*)"/.exec(html(source))?.[1] ?? "";
  expect(new URL(href, "https://well.example").host).toBe("well.example");
  expect(href).toMatch(/^\/[^/]/);
});

test.each(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:x">y</a>', "<style>*{}</style>", "&lt;script>alert(1)&lt;/script>"])("%j stays text", (source) => {
  expect(html(source).replace(/<\/?p>/g, "")).not.toMatch(/<[^b]/);
});

test("the class of a code block is its language and no other", () => {
  expect(html("```js\" onload=\"x\na\n```")).toBe("<pre><code>a\n</code></pre>\n");
  expect(html("```c++\na\n```")).toContain('class="language-c++"');
});

test("a picture of ours is shown, with its place kept free, and named as an attachment", () => {
  const { html: out, attachments } = renderMarkdown("![A \"map\"](/files/ab12/map.webp) [plan](/files/cd34) ![](/files/ab12/map.webp)", {
    size: (id) => (id === "ab12" ? { width: 640, height: 480 } : null),
  });
  expect(out).toContain('<img src="/files/ab12/map.webp" alt="A &quot;map&quot;" width="640" height="480" loading="lazy" />');
  expect(out).toContain('<a href="/files/cd34"');
  expect(attachments).toEqual(["ab12", "cd34"]);
});

test.each([
  ["![cat](https://a.example/c.png)", `<p><a href="https://a.example/c.png" ${rel}>cat</a></p>\n`],
  ["![](https://a.example/c.png)", `<p><a href="https://a.example/c.png" ${rel}>https://a.example/c.png</a></p>\n`],
  ["[![cat](https://a.example/c.png)](https://b.example/)", `<p><a href="https://b.example/" ${rel}>cat</a></p>\n`],
  ["![x](/sign-out)", `<p><a href="/sign-out" ${rel}>x</a></p>\n`],
])("%j is a link, not a picture", (source, expected) => {
  expect(html(source)).toBe(expected);
});

test.each(["![x](/files/../sign-out)", "![x](/files/a/%2E%2E)", "![x](/files/a?b)", "![x](data:image/png;base64,AA)", "![x](javascript:x)"])("%j shows no picture", (source) => {
  expect(html(source)).not.toContain("<img");
});

test("people who are known are linked, whatever follows them", () => {
  const { html: out, mentions } = mentioning("@anna, (@per-åke) and @anna.k. Or @ŁUCJA? @anna!");
  expect(mentions).toEqual(["anna", "per-åke", "anna.k", "łucja"]);
  expect(out).toContain(`<a href="/people/anna" ${rel}>@anna</a>, (<a href="/people/per-%C3%A5ke" ${rel}>@per-åke</a>) and <a href="/people/anna.k" ${rel}>@anna.k</a>. Or`);
  expect(out).toContain(`<a href="/people/%C5%82ucja" ${rel}>@ŁUCJA</a>?`);
});

test.each(["mail anna@anna.example or info@anna", "`@anna`", "```\n@anna\n```", "[@anna](https://a.example)", "https://a.example/@anna", "ö@anna", "@anna@elsewhere.example", "@bob", "@annabel", "@-anna"])(
  "%j mentions nobody",
  (source) => {
    expect(mentioning(source).mentions).toEqual([]);
  },
);

test("the words alone are what search reads", () => {
  const source = "# Title\n\nOne *two*\n[three](https://a.example) ![four](https://a.example/c.png)\n\n- item `five`\n- @anna\n\n|a|b|\n|-|-|\n|c|d|\n\n```\nsix\n```\n&amp; \\*seven\\*";
  expect(mentioning(source).text).toBe("Title\nOne two\nthree four\nitem five\n@anna\na b\nc d\nsix\n& *seven*");
});

test("who may be mentioned is known before rendering, code and mail left out", () => {
  expect(handlesIn("@anna and @bob. `@code` x@mail.example @anna")).toEqual(["anna", "bob"]);
  expect(handlesIn(Array.from({ length: 500 }, (_, i) => `@p${i}`).join(" "))).toHaveLength(100);
});

test("nothing that people write gets an element or an attribute of its own into the page", () => {
  const piece = fc.constantFrom("<script>", "<img src=x onerror=y>", "[a](", "![", "](", ")", "javascript:x", "`", "```", "\n", "\n\n", "> ", "- ", "|a|\n|-|\n", '"', "'", "onload=", "/files/a", "&lt;", "&#60;", "<", ">", "@anna", "\\", "\0", "https://a.example/", "*", "_", "~~");
  const tag = /<\/?([a-z0-9]+)((?: [a-z]+="[^"<>]*")*) ?\/?>/g;
  const names = /^(p|br|hr|h[3-6]|strong|em|s|code|pre|blockquote|ul|ol|li|a|img|table|thead|tbody|tr|th|td)$/;
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 }), (pieces) => {
      const out = mentioning(pieces.join("")).html;
      for (const [, name = "", attributes = ""] of out.matchAll(tag)) {
        expect(name).toMatch(names);
        expect(attributes).not.toMatch(/ (?!href|rel|src|alt|width|height|loading|start|align|class)[a-z]+=|="\s*(?:javascript|data|vbscript):/i);
      }
      expect(out.replace(tag, "")).not.toMatch(/<[a-z!/]/i);
    }),
    { numRuns: 500 },
  );
});
