import { expect, test } from "vitest";
import { fromSaid, isBefore, toSaid } from "@/lib/platform/live/position";

test("a position that was said is read again as it was", () => {
  const position = { xid: 9_007_199_254_740_993n, id: 42n, at: 1_795_000_000 };
  expect(fromSaid(toSaid(position))).toEqual(position);
});

test.each(["", null, undefined, "1", "1-2", "1-2-3-4", "a-1-1", "-1-1-1", "1-1-1\n", "1-1- 1", `${"9".repeat(30)}-1-1`, "1-1-1'; --"])("%j is no position of ours", (said) => {
  expect(fromSaid(said)).toBeNull();
});

test("positions are in the order of transactions, and in one of those of ids", () => {
  const at = (xid: bigint, id: bigint) => ({ xid, id });
  expect([isBefore(at(1n, 9n), at(2n, 1n)), isBefore(at(2n, 1n), at(1n, 9n)), isBefore(at(2n, 1n), at(2n, 2n)), isBefore(at(2n, 2n), at(2n, 2n))]).toEqual([true, false, true, false]);
});
