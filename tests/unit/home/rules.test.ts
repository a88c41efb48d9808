import { expect, test } from "vitest";
import { asTags, byPlace, daysTo, headline, inWeight, isLate, known, missingIn } from "@/lib/home/rules";
import { fit, threeThatFit } from "@/lib/home/suggestions/rules";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = (n: number) => new Date(n * 1000);

test("what others cannot go on without comes first, and of one kind who has waited longest", () => {
  const asked = [{ ask: "summary", at: at(1) }, { ask: "mention", at: at(9) }, { ask: "mention", at: at(3) }, { ask: "consent", at: at(8) }, { ask: "invitation", at: at(2) }, { ask: "request", at: at(7) }] as const;
  expect(inWeight(asked).map(({ ask, at: when }) => `${ask} ${when.getTime() / 1000}`)).toEqual(["consent 8", "request 7", "mention 3", "mention 9", "invitation 2", "summary 1"]);
});

test("the title says the most pressing there is", () => {
  const none = { asked: 0, late: 0, could: 0, unread: 0 };
  expect(headline({ asked: 2, late: 1, could: 4, unread: 4 }).says).toBe("both");
  expect(headline({ ...none, asked: 2, unread: 4 }).says).toBe("waits");
  expect(headline({ ...none, late: 1, could: 4 }).says).toBe("late");
  expect(headline({ ...none, could: 1, unread: 3 }).says).toBe("could");
  expect(headline({ ...none, unread: 3 }).says).toBe("news");
  expect(headline(none).says).toBe("calm");
});

test("a day on which help was needed is late from the next day on; an absence that has begun is not", () => {
  expect(isLate({ occasion: "needed-by", on: day("2026-11-27") }, day("2026-11-28"))).toBe(true);
  expect(isLate({ occasion: "needed-by", on: day("2026-11-28") }, day("2026-11-28"))).toBe(false);
  expect(isLate({ occasion: "away", on: day("2026-11-27") }, day("2026-11-28"))).toBe(false);
  expect(daysTo(day("2026-12-01"), day("2026-11-28"))).toBe(3);
});

test("what somebody knows is looked for among tags as a phrase and by its telling words", () => {
  expect(asTags(["E-loans", "Scanning old tickets", " svåra samtal "])).toEqual(["e-loans", "loans", "scanning-old-tickets", "scanning", "tickets", "svåra-samtal", "svåra", "samtal"]);
  expect(asTags(["", "  "])).toEqual([]);
  expect(known(["tickets", "printers"], ["scanning old tickets"])).toEqual(["tickets"]);
});

test("news stand by place, the newest place first; only where all is read, what was read before", () => {
  const row = (slug: string, n: number, unseen: boolean) => ({ slug, at: at(n), unseen });
  expect(byPlace([row("a", 1, true), row("b", 5, true), row("a", 9, false), row("a", 3, true)], 9).map((rows) => rows.map(({ at: when }) => when.getTime() / 1000))).toEqual([[5], [3, 1]]);
  expect(byPlace([row("a", 1, false), row("b", 5, false)], 9)).toHaveLength(2);
  expect(byPlace([row("a", 1, true), row("b", 5, true), row("c", 7, true)], 2).flat()).toHaveLength(2);
});

test("a profile says what is missing in it", () => {
  expect(missingIn({ knows: [], wants: ["maps"], about: "", position: "Reader" })).toEqual(["knows", "about"]);
});

const place = (id: string, over: object = {}) => ({ id, name: "Local history", domain: "How we keep what a town remembers.", inScope: "Photographs, maps", tags: ["scanning"], language: "en", memberCount: 5, colleagues: 0, lastActivityAt: at(0), ...over });
const person = { knows: ["old photographs"], wants: ["storytelling"], position: "Archivist", unit: "Harbour", languages: ["sv"] };

test("a community fits by what its newcomer knows, wants and does, in any form of the word, and says why", () => {
  expect(fit(person, place("a")).reasons).toEqual([{ why: "knows", word: "old photographs" }]);
  expect(fit({ ...person, knows: ["fotografía"] }, place("a", { name: "Fotografias" })).reasons[0]).toEqual({ why: "knows", word: "fotografía" });
  expect(fit({ ...person, knows: [], wants: ["scanned maps"] }, place("a")).reasons).toEqual([{ why: "wants", word: "scanned maps" }]);
  expect(fit({ ...person, knows: [] }, place("a", { domain: "For archivists" })).reasons).toEqual([{ why: "position", word: "Archivist" }]);
  expect(fit({ ...person, knows: [] }, place("a", { colleagues: 2, language: "sv" })).reasons).toEqual([{ why: "colleagues", count: 2 }, { why: "language" }]);
  expect(fit({ ...person, knows: [] }, place("a"))).toMatchObject({ score: 0, reasons: [{ why: "lively" }] });
});

test("words that stand in everybody's position find nothing", () => {
  expect(fit({ ...person, knows: ["backup"], position: "" }, place("a", { domain: "Keep them coming back" })).score, "another word that begins alike").toBe(0);
  expect(fit({ ...person, knows: [], position: "Head of library" }, place("a", { name: "The library at night" })).score).toBe(0);
});

test("three are shown, those that fit best; among equals the larger, then the livelier", () => {
  const four = [place("none", { memberCount: 9, inScope: "" }), place("small", { inScope: "", memberCount: 1 }), place("fits"), place("lively", { memberCount: 9, inScope: "", lastActivityAt: at(5) })];
  expect(threeThatFit(person, four).map(({ id }) => id)).toEqual(["fits", "lively", "none"]);
  expect(threeThatFit(person, [])).toEqual([]);
});
