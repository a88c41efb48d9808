import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt } from "@/lib/platform/text/excerpt";

const shown = (text: string, terms: string[], length?: number) => excerpt(text, terms, length).map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece)).join("");

test.each([
  ["accents", "El carné está aquí", ["carne"], "El [carné] está aquí"],
  ["accents in the question", "A cafe nearby", ["café"], "A [cafe] nearby"],
  ["Polish letters", "Łódź i Gdańsk", ["lodz"], "[Łódź] i Gdańsk"],
  ["Swedish letters", "Hör av dig på måndag", ["MANDAG"], "Hör av dig på [måndag]"],
  ["Cyrillic", "Всё о зелёной книге", ["зеленая", "книга"], "Всё о [зелёной] [книге]"],
  ["endings", "Two libraries lend scanners", ["library", "scanner"], "Two [libraries] lend [scanners]"],
  ["a beginning", "The catalogue", ["cat"], "The [catalogue]"],
  ["composed letters", "cafe\u0301 noir", ["cafe"], "[cafe\u0301] noir"],
  ["what begins differently", "A mentee and an education", ["mentor", "cat"], "A mentee and an education"],
  ["HTML", "<b>bold</b> & co", ["bold"], "<b>[bold]</b> & co"],
  ["line breaks", "one\n\n  two", ["two"], "one [two]"],
  ["nothing searched", "plain words", [], "plain words"],
])("%s", (_, text, terms, expected) => {
  expect(shown(text, terms)).toBe(expected);
});

test("the excerpt is cut around the words, at spaces, with an ellipsis", () => {
  const text = `${"alpha ".repeat(60)}needle ${"omega ".repeat(60)}`;
  const out = shown(text, ["needle"], 80);
  expect(out).toMatch(/^… (alpha )+\[needle\]( omega)+ …$/);
  expect(out.length).toBeLessThan(90);
});

test("where two of the words stand together is better than where one stands", () => {
  expect(shown(`red ${"x ".repeat(200)}red and blue ${"y ".repeat(200)}`, ["red", "blue"], 60)).toContain("[red] and [blue]");
});

test("without a hit it is the beginning of the text", () => {
  expect(shown("word ".repeat(100), ["needle"], 30)).toBe("word word word word word word …");
});

test("a word without an end is cut, but never inside a letter", () => {
  const out = shown("😀".repeat(500), [], 101);
  expect(out).toMatch(/^(😀)+ …$/u);
});

test("it is a part of the text, and about as long as was asked", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("needle", "hay", "Nål", "…", "a".repeat(50), "\n"), { maxLength: 200 }), fc.integer({ min: 60, max: 300 }), (words, length) => {
      const text = words.join(" ");
      const out = excerpt(text, ["needle", "nal"], length);
      const plain = text.replace(/\s+/g, " ").trim();
      expect(plain).toContain(out.map((piece) => piece.text).join("").replace(/^… /, "").replace(/ …$/, "").trim());
      expect(out.map((piece) => piece.text).join("").length).toBeLessThanOrEqual(length + 4);
      if (/needle|Nål/.test(text)) expect(out.some((piece) => piece.marked)).toBe(true);
    }),
  );
});
