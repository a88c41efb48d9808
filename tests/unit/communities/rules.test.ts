import fc from "fast-check";
import { expect, test } from "vitest";
import { entries, fromEntry, fromInterest, fromRhythm, interests, isReserved, looksPrivate, privateSuffix, rhythms, slugsFor, toEntry, toInterest, toRhythm } from "@/lib/communities/rules";
import { FoundCommunity } from "@/lib/communities/schema";

test("names of the API and of the database are two forms of one", () => {
  for (const one of entries) expect(fromEntry(toEntry(one))).toBe(one);
  for (const one of rhythms) expect(fromRhythm(toRhythm(one))).toBe(one);
  for (const one of interests) expect(fromInterest(toInterest(one))).toBe(one);
  expect(toInterest("do-this")).toBe("DO_THIS");
});

test("the end of a private address has six characters, a figure among them, whatever is drawn", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (stream) => {
      const draws = stream[Symbol.iterator]();
      const suffix = privateSuffix((below) => (draws.next().value ?? 0) % below);
      expect(suffix).toMatch(/^[a-z0-9]{6}$/);
      expect(looksPrivate(`new-heads-${suffix}`)).toBe(true);
    }),
  );
});

test.each([
  ["new-heads-k7m2qx", true],
  ["plan-202601", true],
  ["digital-help-sweden", false],
  ["k7m2qx", false],
  ["new-heads-k7m2q", false],
])("%s looks like a private address: %s", (slug, yes) => {
  expect(looksPrivate(slug)).toBe(yes);
});

test("no address that is tried could be a private one, or a page of the portal", () => {
  expect(isReserved("new")).toBe(true);
  expect(slugsFor("new")[0]).toBe("new-2");
  expect(slugsFor("plan-202601")[0]).toBe("plan-202601-2");
  expect(slugsFor("")[0]).toBe("community");
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/), (base) => !slugsFor(base).some(looksPrivate)));
});

const said = { name: "Soil", domain: "What we do when the soil is not what the map says.", rhythm: "weekly", entry: "open", language: "en" };

test("a founding form's lines and a program's lists say the same", () => {
  const lists = FoundCommunity.parse({ ...said, sampleQuestions: ["Why?", "How?"], firstItems: ["A map"] });
  const lines = FoundCommunity.parse({ ...said, sampleQuestions: "Why?\r\n\r\n How? ", firstItems: "A map\n" });
  expect(lines).toEqual(lists);
  expect(lists).toMatchObject({ inScope: "", norms: "", sampleQuestions: ["Why?", "How?"] });
});

test("a founding says by the field what does not fit, and refuses what it does not know", () => {
  const parsed = FoundCommunity.safeParse({ ...said, name: " ", slug: "Ünlikely slug", sampleQuestions: ["1", "2", "3", "4"], extra: 1 });
  const found = parsed.error?.issues.map(({ path, message, code }) => [path.join("."), code === "unrecognized_keys" ? code : message]);
  expect(found).toEqual(expect.arrayContaining([["name", "required"], ["slug", "slug-letters"], ["sampleQuestions", "too-many"], ["", "unrecognized_keys"]]));
  expect(FoundCommunity.safeParse({ ...said, name: "x".repeat(81) }).error?.issues[0]?.message).toBe("too-long");
});
