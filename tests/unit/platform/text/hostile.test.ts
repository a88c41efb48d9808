import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/platform/text/markdown";
import { parser } from "@/lib/platform/text/markdown/parser";

/** Steps of the parser: every time it goes over a block, over a line of text, or past a piece of it. */
const steps = (source: string) => {
  let count = 0;
  const counted = <Args extends unknown[], Out>(on: object, name: string, run: (...args: Args) => Out) =>
    Object.defineProperty(on, name, { configurable: true, value: (...args: Args) => (count++, run.apply(on, args)) });
  counted(parser.inline, "skipToken", parser.inline.skipToken);
  counted(parser.inline, "tokenize", parser.inline.tokenize);
  counted(parser.block, "tokenize", parser.block.tokenize);
  try {
    renderMarkdown(source);
  } finally {
    for (const [on, name] of [[parser.inline, "skipToken"], [parser.inline, "tokenize"], [parser.block, "tokenize"]] as const) Reflect.deleteProperty(on, name);
  }
  expect(count).toBeGreaterThan(0);
  return count;
};

const of = (piece: string) => (length: number) => piece.repeat(length / piece.length);
const hostile: [string, (length: number) => string][] = [
  ["brackets", of("[")], ["empty links", of("[]")], ["half links", of("[a](")], ["half pictures", of("![")], ["definitions", of("[a]: b\n")],
  ["quotations", of(">")], ["quotations apart", of("> ")], ["lists in lists", of("- ")], ["numbers in numbers", of("1. ")], ["quotations in lists", of("> - ")],
  ["stars", of("*a ")], ["stars and lines", of("*_")], ["waves", of("~~a ")], ["backticks", of("`a")], ["angles", of("<")], ["angles and signs", of("<a@")], ["entities", of("&#")], ["backslashes", of("\\")],
  ["addresses", of("http://")], ["mail addresses", of("a@b.")], ["mentions", of("@a ")], ["signs", of("@")], ["rows", (length) => `|a|b|\n|-|-|\n${of("|a|b|\n")(length)}`],
  ["fences", of("```\n")], ["headings", of("# a\n")], ["underlines", of("a\n===\n")], ["blank lines", of("\n")], ["lists a step deeper each line", (length) => Array.from({ length: Math.sqrt(length) }, (_, i) => " ".repeat(i * 2) + "- a").join("\n")],
];

test.each(hostile)("50,000 characters of %s are rendered without an effort", (_, make) => {
  const begun = performance.now();
  const { html, text } = renderMarkdown(make(50_000));
  expect(performance.now() - begun, "milliseconds; it is 300 at most on a quiet machine").toBeLessThan(5000);
  expect(html.length + text.length).toBeLessThan(1_000_000);
});

test.each(hostile)("twice as many %s take about twice the steps", (_, make) => {
  expect(steps(make(24_000))).toBeLessThan(2.6 * steps(make(12_000)) + 100);
});

test("5,000 quotations in one another neither take long nor break the stack", () => {
  expect(steps(">".repeat(5000))).toBeLessThan(1000);
});

test("one long address used many times does not become megabytes", () => {
  const source = `[a]: https://a.example/${"x".repeat(1900)}\n\n${"[a] ".repeat(12_000)}`;
  expect(renderMarkdown(source).html.length).toBeLessThan(500_000);
  expect(renderMarkdown(source.replaceAll("[a] ", "![a] ")).html.length).toBeLessThan(500_000);
});

test("a table of empty cells is shown as it was written", () => {
  const source = `${"|a".repeat(250)}|\n${"|-".repeat(250)}|\n${"a\n".repeat(250)}`;
  expect(renderMarkdown(source).html).toMatch(/^<pre>\|a/);
});

test("a hundred thousand mentions are looked up once each and no more", () => {
  const asked: string[] = [];
  renderMarkdown("@anna ".repeat(8000), { mentions: (typed) => (asked.push(typed), null) });
  expect(asked).toHaveLength(8000);
});
