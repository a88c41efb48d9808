import { expect, test } from "vitest";
import { settle } from "@/lib/platform/text/settle";

test.each([
  ["nobody changed it", "a", "a", "a", { text: "a" }],
  ["only mine changed", "a", "b", "a", { text: "b" }],
  ["only theirs changed", "a", "a", "c", { text: "c" }],
  ["both changed to the same", "a", "b", "b", { text: "b" }],
  ["both changed: mine stays, theirs stands beside it", "a", "b", "c", { text: "b", other: "c" }],
])("%s", (_what, base, mine, theirs, settled) => expect(settle(base, mine, theirs)).toEqual(settled));
