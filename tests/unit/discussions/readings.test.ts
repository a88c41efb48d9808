import { expect, test } from "vitest";
import { saidSince, seenWith } from "@/lib/discussions/readings/rules";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
const said = [{ id: "a", createdAt: at(1), authorId: "ann" }, { id: "b", createdAt: at(5), authorId: "ben" }, { id: "c", createdAt: at(9), authorId: null }];

test("what others said since the last visit is new; one's own words are not", () => {
  expect(saidSince(said, at(1), "ben").map(({ id }) => id)).toEqual(["c"]);
  expect(saidSince(said, at(0), "eva").map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(saidSince(said, at(9), "eva")).toEqual([]);
});

test("on a first visit everything is new, so nothing is marked", () => {
  expect(saidSince(said, null, "eva")).toEqual([]);
});

test("a page that is not the last is seen up to its newest reply", () => {
  expect(seenWith(said, { lastPage: false, lastActivityAt: at(30), seenAt: null })).toEqual(at(9));
});

test("the last page is seen to the end, also past a reply that is gone", () => {
  expect(seenWith(said, { lastPage: true, lastActivityAt: at(30), seenAt: null })).toEqual(at(30));
});

test("who has seen as much before is not written down again", () => {
  expect(seenWith(said, { lastPage: true, lastActivityAt: at(9), seenAt: at(9) })).toBeNull();
  expect(seenWith(said, { lastPage: false, lastActivityAt: at(30), seenAt: at(20) })).toBeNull();
});
