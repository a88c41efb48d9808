import { expect, test } from "vitest";
import { htmlToMarkdown } from "@/lib/platform/text/html-to-markdown";
import { renderMarkdown } from "@/lib/platform/text/markdown";

const bare = (html: string) => html.replace(/ rel="[^"]*"/g, "").replace(/\n/g, "").replaceAll("<br />", "<br>");
/** There and back: what the Markdown is rendered as. */
const back = (html: string, base?: string) => bare(renderMarkdown(htmlToMarkdown(html, { base })).html);

test.each([
  ["<p>One</p><p>Two<br>lines</p>", "One\n\nTwo  \nlines"],
  ["<ul><li>a</li><li>b</li></ul>", "- a\n- b"],
  ["<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b"],
  ["<blockquote><p>said</p></blockquote>", "> said"],
  ["<p><img src=\"https://a.example/c.png\" alt=\"a cat\"></p>", "[a cat](https://a.example/c.png)"],
  ["<p><strike>old</strike> <del>gone</del> <s>off</s></p>", "~~old~~ ~~gone~~ ~~off~~"],
])("%s is written %j", (html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(markdown);
});

test.each([
  ["paragraphs", "<p>One</p><p>Two<br>lines</p>"],
  ["emphasis", "<p><em>so</em> and <strong>very</strong> and <em>in</em>side</p>"],
  ["code with marks", "<p><code>a *b* `c` &lt;d&gt;</code></p>"],
  ["a block of code", "<pre><code>if (a &lt; b) {\n\n  return `x`;\n}\n</code></pre>".replace(/\n/g, "\n")],
  ["a block of code with fences in it", "<pre><code>```js\nx\n```\n</code></pre>"],
  ["code in a list", "<ul><li><p>do</p><pre><code>a\n\n  b\n</code></pre></li><li><p>then</p></li></ul>"],
  ["lists in lists", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"],
  ["a list of paragraphs", "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>"],
  ["a quotation in a quotation", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"],
  ["links", '<p><a href="https://a.example/b_c_(d)">w</a> and <a href="mailto:a@b.example">mail</a></p>'],
  ["a rule", "<p>a</p><hr /><p>b</p>"],
])("%s come back as they were", (_, html) => {
  expect(back(html).replaceAll("%28", "(").replaceAll("%29", ")")).toBe(bare(html));
});

test.each([
  "5 * 3 * 2", "snake_case_name and _this_", "1. not a list", "1) nor this", "- nor this", "+ 1", "# no heading", "> no quotation", "[no](link)", "![no](picture)", "`no code`", "~~no strike~~", "&amp;lt;b&amp;gt; and &amp;amp;",
  "&lt;b&gt;no tag&lt;/b&gt;", "&lt;https://a.example&gt;", "a | b", "=== and ---", "C:\\dir\\*", "***", "a\\", "@everyone", "http", "x^2^ ~y~", "\\[a\\]", "| a | b | &lt;",
])("the text %j stays that text", (text) => {
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  expect(renderMarkdown(htmlToMarkdown(`<p>${text}</p>`)).text).toBe(plain);
  expect(renderMarkdown(htmlToMarkdown(`<p>x<br>${text}</p>`)).text).toBe(`x\n${plain}`);
});

test("an address in a text stays whole", () => {
  expect(back("<p>see http://a.example/b_c_d/_e_ now</p>")).toContain('<a href="http://a.example/b_c_d/_e_">');
});

test("a heading stays one line, one step below the page's", () => {
  expect(back("<h1>Two<br>lines</h1>")).toBe("<h3>Two lines</h3>");
});

test.each([
  ['<a href="/q/12">see</a>', "https://a.example", '<p><a href="https://a.example/q/12">see</a></p>'],
  ['<a href="//b.example/x">see</a>', undefined, '<p><a href="https://b.example/x">see</a></p>'],
  ['<a href="/q/12">see</a>', undefined, "<p>see</p>"],
  ['<a href="javascript:alert(1)">see</a>', "https://a.example", "<p>see</p>"],
  ['<a href="https://a.example/x y"> see </a>on', undefined, '<p><a href="https://a.example/x%20y">see</a> on</p>'],
  ['<a href="https://a.example/"><img src="https://a.example/c.png" alt="cat"></a>', undefined, '<p><a href="https://a.example/">cat</a></p>'],
  ['<a href="https://a.example/"><img src="https://a.example/c.png"></a>', undefined, '<p><a href="https://a.example/">https://a.example/c.png</a></p>'],
  ['<img src="https://a.example/c.png" alt="">', undefined, '<p><a href="https://a.example/c.png">https://a.example/c.png</a></p>'],
  ['<img src="data:image/png;base64,AA" alt="dot">', undefined, "<p>dot</p>"],
])("%s at %s leads to %s", (html, base, expected) => {
  expect(back(html, base)).toBe(expected);
});

test("a table stays a table, with or without a head", () => {
  expect(back("<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1</td><td><code>x</code><br>y</td></tr></tbody></table>")).toBe(
    "<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>1</td><td><code>x</code> y</td></tr></tbody></table>",
  );
  expect(renderMarkdown(htmlToMarkdown("<table><tr><td>1</td><td>2</td></tr></table>")).text).toBe("1 2");
});

test("the language of code, keys, powers and indices are kept", () => {
  expect(htmlToMarkdown('<pre class="lang-py prettyprint-override"><code>x\n</code></pre>')).toBe("```py\nx\n```");
  expect(htmlToMarkdown("<pre>plain</pre>")).toBe("```\nplain\n```");
  expect(htmlToMarkdown("<p><kbd>Ctrl</kbd> 10<sup>6</sup> H<sub>2</sub>O <sub>small words</sub></p>")).toBe("`Ctrl` 10⁶ H₂O small words");
});

test("scripts, styles and frames leave nothing", () => {
  expect(htmlToMarkdown("<p>a</p><script>x</script><style>y</style><iframe src='z'>w</iframe>")).toBe("a");
});
