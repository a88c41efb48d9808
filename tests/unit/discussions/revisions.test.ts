import { expect, test } from "vitest";
import { STEPS, stepsOf } from "@/lib/discussions/revisions/rules";

const [anna, lars] = [{ handle: "anna", name: "Anna" }, { handle: "lars", name: "Lars" }];
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const post = { version: 1, createdAt: day(1), author: anna };

test("a text that was never changed has one version, its author's", () => {
  expect(stepsOf(post, [])).toEqual([{ version: 1, at: day(1), by: anna }]);
});

test("each version was made where the one before it was replaced, by who replaced it", () => {
  const replaced = [{ version: 2, at: day(5), editor: lars }, { version: 1, at: day(3), editor: anna }];
  expect(stepsOf({ ...post, version: 3 }, replaced)).toEqual([
    { version: 3, at: day(5), by: lars },
    { version: 2, at: day(3), by: anna },
    { version: 1, at: day(1), by: anna },
  ]);
});

test("versions that nobody kept leave a gap, and who has left leaves none", () => {
  expect(stepsOf({ ...post, version: 7 }, [{ version: 4, at: day(5), editor: null }])).toEqual([{ version: 7, at: day(5), by: null }, { version: 4, at: day(1), by: anna }]);
});

test("of very many versions the newest are listed, each with its own maker", () => {
  const replaced = Array.from({ length: STEPS + 1 }, (_, n) => ({ version: STEPS + 9 - n, at: day(400 - n), editor: lars }));
  const steps = stepsOf({ ...post, version: STEPS + 10 }, replaced);
  expect(steps).toHaveLength(STEPS);
  expect(steps.at(-1)).toEqual({ version: 11, at: day(400 - STEPS + 1), by: lars });
});
