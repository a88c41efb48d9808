import { expect, test } from "vitest";
import { askable, atOnce, byConsent, mayGo, missing, undoableSince } from "@/lib/discussions/moves/rules";

const to = { id: "there", archivedAt: null };
const from = { communityId: "here", openReports: 0 };

test("a discussion goes to a living community one belongs to, with nothing left behind to settle", () => {
  expect(mayGo(from, to, true)).toEqual({ ok: true, value: { toId: "there" } });
  expect(mayGo(from, null, false)).toMatchObject({ why: "no-such-community" });
  expect(mayGo(from, { ...to, id: "here" }, true)).toMatchObject({ why: "already-there" });
  expect(mayGo(from, to, false)).toMatchObject({ why: "join-first" });
  expect(mayGo(from, { ...to, archivedAt: new Date() }, true)).toMatchObject({ why: "target-archived" });
  expect(mayGo({ ...from, openReports: 1 }, to, true)).toMatchObject({ why: "open-reports" });
});

test("only out of a private community is consent needed", () => {
  for (const entry of ["OPEN", "REQUEST"] as const) expect([atOnce(entry).ok, byConsent(entry)]).toMatchObject([true, { why: "needs-no-consent" }]);
  expect([atOnce("PRIVATE"), byConsent("PRIVATE").ok]).toMatchObject([{ why: "needs-consent" }, true]);
});

test("everyone who wrote is asked, and nobody who has gone can be", () => {
  const [anna, bo] = [{ id: "anna", here: true }, { id: "bo", here: true }];
  expect(askable([anna, bo]).ok).toBe(true);
  expect(askable([anna, { id: "cy", here: false }])).toMatchObject({ why: "author-gone" });
  expect(askable([anna, { id: null, here: false }])).toMatchObject({ why: "author-gone" });
  expect(missing([anna, bo], ["bo"])).toEqual([anna]);
  expect(missing([anna, { id: null, here: false }], ["anna"])).toHaveLength(1);
  expect(missing([anna, bo], ["anna", "bo", "cy"])).toEqual([]);
});

test("a deletion is asked about as long as it can be undone", () => {
  expect(undoableSince(new Date("2026-01-01T12:00:00Z"))).toEqual(new Date("2026-01-01T11:30:00Z"));
});
