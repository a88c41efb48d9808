import { expect, test } from "vitest";
import { changedFields, changeEntry, doorsFrom, mergeCharter, toTexts } from "@/lib/communities/charter/rules";
import { keepsRhythm, regularity } from "@/lib/communities/rhythm/rules";

const said = (from: "OPEN" | "REQUEST" | "PRIVATE", to: "OPEN" | "REQUEST" | "PRIVATE", writtenSince: boolean) => {
  const change = changeEntry(from, to, { writtenSince });
  return change.ok ? "ok" : change.why;
};

test.each([
  ["OPEN", "REQUEST", "ok", "ok"],
  ["OPEN", "PRIVATE", "ok", "ok"],
  ["REQUEST", "PRIVATE", "ok", "ok"],
  ["REQUEST", "OPEN", "ok", "texts-inside"],
  ["PRIVATE", "REQUEST", "stays-private", "stays-private"],
  ["PRIVATE", "OPEN", "stays-private", "stays-private"],
  ["PRIVATE", "PRIVATE", "ok", "ok"],
] as const)("a door from %s to %s: %s while nothing is written behind it, else %s", (from, to, empty, written) => {
  expect(said(from, to, false)).toBe(empty);
  expect(said(from, to, true)).toBe(written);
});

test("only doors that can be set are offered", () => {
  expect(doorsFrom("OPEN", { empty: false })).toEqual(["REQUEST", "PRIVATE"]);
  expect(doorsFrom("REQUEST", { empty: false })).toEqual(["PRIVATE"]);
  expect(doorsFrom("REQUEST", { empty: true })).toEqual(["OPEN", "PRIVATE"]);
  expect(doorsFrom("PRIVATE", { empty: true })).toEqual([]);
});

test("what says the same as before is no change", () => {
  expect(changedFields({ name: "A", firstItems: ["x"] }, { name: "A", firstItems: ["x"], domain: undefined })).toEqual([]);
  expect(changedFields({ name: "A", firstItems: ["x"] }, { name: "B", firstItems: ["x", "y"] })).toEqual(["name", "firstItems"]);
});

const charter = { name: "Soil", domain: "d", inScope: "i", outOfScope: "o", sampleQuestions: ["q1", "q2"], intendedMembers: "m", norms: "n", rhythm: "weekly", firstItems: [], language: "en" };

test("two changes of one charter keep both where they differ, and nobody's is lost", () => {
  const merged = mergeCharter(charter, { ...toTexts(charter), name: "Mine", norms: "mine too", domain: "same" }, { ...charter, name: "Theirs", inScope: "theirs", domain: "same" });
  expect(merged.name).toEqual({ text: "Mine", other: "Theirs" });
  expect(merged.norms).toEqual({ text: "mine too" });
  expect(merged.inScope).toEqual({ text: "theirs" });
  expect(merged.domain).toEqual({ text: "same" });
  expect(merged.sampleQuestions).toEqual({ text: "q1\nq2" });
});

test("where nobody knows what both began with, everything that differs stands side by side", () => {
  const merged = mergeCharter(null, { ...toTexts(charter), norms: "mine" }, { ...charter, inScope: "theirs" });
  expect(merged.norms).toEqual({ text: "mine", other: "n" });
  expect(merged.inScope).toEqual({ text: "i", other: "theirs" });
  expect(merged.name).toEqual({ text: "Soil" });
});

test("lines that only end differently are the same text", () => {
  expect(mergeCharter(charter, { ...toTexts(charter), sampleQuestions: "q1\r\nq2 " }, charter).sampleQuestions).toEqual({ text: "q1\nq2" });
});

test("regularity is weeks with activity by weeks", () => {
  expect(regularity({ active: 9, weeks: 13 })).toBeCloseTo(0.6923, 4);
  expect(regularity({ active: 0, weeks: 0 })).toBeNull();
});

test.each([
  ["WEEKLY", 13, true],
  ["WEEKLY", 12, false],
  ["FORTNIGHTLY", 6, true],
  ["FORTNIGHTLY", 5, false],
  ["MONTHLY", 3, true],
  ["MONTHLY", 2, false],
  ["QUARTERLY", 1, true],
  ["QUARTERLY", 0, false],
] as const)("a %s rhythm with %i active weeks of thirteen is kept: %s", (rhythm, active, kept) => {
  expect(keepsRhythm(rhythm, { active, weeks: 13 })).toBe(kept);
  expect(keepsRhythm(rhythm, { active: 0, weeks: 0 })).toBe(true);
});
