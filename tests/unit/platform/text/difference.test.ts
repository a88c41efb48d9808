import fc from "fast-check";
import { expect, test } from "vitest";
import { difference, type DifferenceLine } from "@/lib/platform/text/difference";

const shown = (lines: DifferenceLine[]) =>
  lines.map((line) => (line.kind === "gap" ? `… ${line.lines}` : `${{ same: " ", added: "+", removed: "-" }[line.kind]} ${line.parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("")}`));

test("in a changed line the changed words are marked", () => {
  expect(shown(difference("We meet on Monday at nine.", "We meet on Tuesday at nine."))).toEqual(["- We meet on [Monday] at nine.", "+ We meet on [Tuesday] at nine."]);
  expect(shown(difference("Встреча в среду утром", "Встреча в пятницу утром"))).toEqual(["- Встреча в [среду] утром", "+ Встреча в [пятницу] утром"]);
});

test("a line that is wholly different is marked as a line", () => {
  expect(shown(difference("apples", "something else entirely"))).toEqual(["- apples", "+ something else entirely"]);
});

test("far from a change the lines are folded", () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const after = lines.with(10, "another").join("\n");
  expect(shown(difference(lines.join("\n"), after, 1))).toEqual(["… 9", "  line 9", "- line 10", "+ another", "  line 11", "… 8"]);
});

test("lines that come or go stand alone", () => {
  expect(shown(difference("a\nb\nc", "a\nc\nd"))).toEqual(["  a", "- b", "  c", "+ d"]);
  expect(shown(difference("", "a\nb"))).toEqual(["+ a", "+ b"]);
  expect(shown(difference("a", ""))).toEqual(["- a"]);
});

test("equal texts have no difference, whatever their line breaks", () => {
  expect(difference("a\nb\n", "a\r\nb")).toEqual([]);
});

const text = fc.array(fc.constantFrom("a b c", "b c", "c", "", "a x c"), { maxLength: 10 }).map((lines) => lines.join("\n"));

test("without folding, both texts can be read off", () => {
  const side = (lines: DifferenceLine[], other: string) => lines.flatMap((line) => (line.kind === "gap" || line.kind === other ? [] : [line.parts.map((part) => part.text).join("")]));
  const bare = (some: string) => (some === "" ? [] : some.replace(/\n$/, "").split("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = difference(before, after, 100);
      if (lines.length === 0) expect(bare(before)).toEqual(bare(after));
      else expect([side(lines, "added"), side(lines, "removed")]).toEqual([bare(before), bare(after)]);
    }),
  );
});

test("texts with nothing in common are not compared forever", () => {
  const one = Array.from({ length: 8000 }, (_, i) => `a${i}`);
  const other = Array.from({ length: 8000 }, (_, i) => `b${i}`);
  expect(difference(one.join("\n"), other.join("\n"))).toHaveLength(16_000);
  expect(shown(difference(`${one.join(" ")} end`, `${other.join(" ")} end`))).toHaveLength(2);
});
