import { expect, test } from "vitest";
import { type Dated, inOrder, MOST, since, uidOf } from "@/lib/calendars/rules";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const dated = (id: string, on: string, more: Partial<Dated> = {}): Dated => ({ occasion: "needed-by", id, title: id, on: day(on), until: day(on), changedAt: day(on), path: "/", ...more });

test("days come in their order, each occasion of a record once, and no calendar grows without end", () => {
  expect(inOrder([dated("b", "2026-12-02"), dated("a", "2026-12-01"), dated("b", "2026-12-02"), dated("b", "2026-12-01", { occasion: "closing" })]).map(({ id, occasion }) => [id, occasion])).toEqual([
    ["a", "needed-by"],
    ["b", "closing"],
    ["b", "needed-by"],
  ]);
  expect(inOrder(Array.from({ length: MOST + 1 }, (_, n) => dated(`${n}`, "2026-12-01")))).toHaveLength(MOST);
});

test("what is over stays a month; a uid depends on nothing that changes", () => {
  expect(since(day("2026-11-28"))).toEqual(day("2026-10-29"));
  expect(uidOf(dated("1", "2026-12-01"), "s.example")).toBe(uidOf(dated("1", "2027-01-01", { title: "new" }), "s.example"));
});
