import fc from "fast-check";
import { expect, test } from "vitest";
import { corrected, fromPlace, guessable, lettersOf, LONGEST, MOST_TERMS, segments, tidy, toPlace, transposed, understand } from "@/lib/search/rules";

test.each([
  ["pump seal", [[{ any: ["pump"] }, { any: ["seal"] }]]],
  ['"red paint" door', [[{ any: ['"red paint"'] }, { any: ["door"] }]]],
  ["«красная краска»", [[{ any: ['"красная краска"'] }]]],
  ['"never closed', [[{ any: ['"never closed"'] }]]],
  ["pump -seal", [[{ any: ["pump"] }, { any: ["seal"], not: true }]]],
  ['pump -"old seal"', [[{ any: ["pump"] }, { any: ['"old seal"'], not: true }]]],
  ["pump or seal", [[{ any: ["pump"] }], [{ any: ["seal"] }]]],
  ["or pump OR", [[{ any: ["pump"] }]]],
  ["don't", [[{ any: ['"don t"'] }]]],
  ["e-loans", [[{ any: ["e-loans"] }]]],
  ["-pump", []],
  ["pump or -seal", [[{ any: ["pump"] }]]],
  ["🦆 \\ ' \" - --", []],
  ["", []],
])("%s is understood", (said, asked) => {
  expect(understand(said)).toEqual(asked);
});

const typed = fc.array(fc.oneof(fc.string(), fc.constantFrom('"', "“", "-", " ", " or ", "\u0000", "ё", "🦆", "\\", "'", "pump", "\ud83e", "\u202e")), { maxLength: 60 }).map((parts) => parts.join(""));

test("whatever is typed, terms and characters are bounded, and no term is without a word", () => {
  fc.assert(
    fc.property(typed, (said) => {
      const asked = understand(said);
      expect(Array.from(tidy(said)).length).toBeLessThanOrEqual(LONGEST);
      expect(asked.flat().length).toBeLessThanOrEqual(MOST_TERMS);
      expect(tidy(said)).not.toContain("\u0000");
      for (const { any } of asked.flat()) for (const word of any) {
        expect(word).toMatch(/[\p{L}\p{N}]/u);
        expect(word.startsWith('"') ? word.slice(1, -1) : word).not.toMatch(word.startsWith('"') ? /["\\]/ : /["\\\s]/);
      }
    }),
  );
});

test("only whole words of four letters or more may be misspelt", () => {
  expect(guessable(understand('Mentring the "exct phrase" -exluded 2024 e-loan mentring'))).toEqual(["mentring"]);
});

test("two letters that have changed places are put back, one pair at a time", () => {
  expect(transposed("abcd")).toEqual(["bacd", "acbd", "abdc"]);
});

test("a correction takes the place of its word and of nothing else", () => {
  const near = new Map([["mentring", ["mentoring", "monitoring"]]]);
  expect(corrected(understand("Mentring -mentring now"), near)).toEqual([[{ any: ["mentoring", "monitoring"] }, { any: ["mentring"], not: true }, { any: ["now"] }]]);
});

test("letters are what was asked for, without marks and exclusions", () => {
  expect(lettersOf(understand('"red paint" door -green'))).toBe("red paint door");
  expect(lettersOf(understand("ab"))).toBeNull();
});

test("an excerpt is cut at its marks", () => {
  expect(segments("a \u0002pump\u0003 and \u0002seal\u0003")).toEqual([{ text: "a ", hit: false }, { text: "pump", hit: true }, { text: " and ", hit: false }, { text: "seal", hit: true }]);
  expect(segments("")).toEqual([]);
  expect(segments("\u0004b\u0005 \u0006amp; \u0002x\u0003")).toEqual([{ text: "<b> &amp; ", hit: false }, { text: "x", hit: true }]);
});

test("a place survives its journey, and anything else is the beginning", () => {
  const place = { at: new Date("2026-03-04T05:06:07.089Z"), wide: true, score: 1_234_567, id: "01890a5d-ac96-774b-bcce-b302099a8057" };
  expect(fromPlace(toPlace(place))).toEqual(place);
  fc.assert(fc.property(typed, (said) => void fromPlace(said)));
  for (const said of [undefined, "", "x", toPlace({ ...place, score: 2 ** 31 }), toPlace({ ...place, id: "1; DROP" })]) expect(fromPlace(said)).toBeNull();
});
