import { expect, test } from "vitest";
import { readBriefly } from "@/lib/platform/access";
import { buildVisitor } from "@/tests/support/build";

test("what takes longer than two seconds is given up, and the answer is null", async () => {
  const slow = readBriefly(
    () => null,
    async (_nothing, tx) => tx.$queryRaw<{ n: number }[]>`SELECT 1 n FROM pg_sleep(8)`,
  );
  const began = performance.now();
  expect(await slow(buildVisitor())).toBeNull();
  expect(performance.now() - began).toBeLessThan(6000);
});

test("an error of another kind stays an error", async () => {
  const wrong = readBriefly(
    () => null,
    async (_nothing, tx) => tx.$queryRaw`SELECT 1/0`,
  );
  await expect(wrong(buildVisitor())).rejects.toThrow();
});
