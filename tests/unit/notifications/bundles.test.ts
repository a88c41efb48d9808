import { expect, test } from "vitest";
import { gather, named } from "@/lib/notifications/bundles/rules";
import type { Kind } from "@/lib/notifications/rules";

const person = (handle: string) => ({ handle, name: handle.toUpperCase() });
const told = (kind: Kind, who: string | null, hour: number, read = false) => ({ kind, reason: "wrote" as const, tag: null, at: new Date(hour * 3_600_000), readAt: read ? new Date() : null, actor: who ? person(who) : null });

test("what tells the same is one line: who did it, each once, the newest first, leading to the first that is unread", () => {
  const all = [told("reply", "anna", 9), told("reply", "bo", 8), told("reaction", "cleo", 7), told("reply", "anna", 6), told("reply", "dan", 5, true)];
  const [replies, reactions, ...rest] = gather(all);
  expect([replies?.kind, replies?.actors.map((one) => one?.handle), replies?.unread, replies?.leads]).toEqual(["reply", ["anna", "bo", "dan"], true, all[3]]);
  expect([reactions?.kind, reactions?.leads, rest]).toEqual(["reaction", all[2], []]);
});

test("what was read leads to the newest; those who have left count as one", () => {
  const all = [told("reply", null, 9, true), told("reply", null, 8, true)];
  expect(gather(all)).toMatchObject([{ unread: false, actors: [null], leads: all[0] }]);
  expect(gather([])).toEqual([]);
});

test.each([[0, 0, 0], [1, 1, 0], [2, 2, 0], [3, 3, 0], [4, 2, 2], [9, 2, 7]])("of %i people %i are named, and %i are others", (all, names, others) => {
  const said = named(Array.from({ length: all }, (_, n) => n));
  expect([said.names.length, said.others]).toEqual([names, others]);
});
