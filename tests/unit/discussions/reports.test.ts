import { expect, test } from "vitest";
import { OPEN_REPORTS, report } from "@/lib/discussions/reports/rules";

test("a post that can be read is reported once, by who has fewer than ten reports waiting", () => {
  expect(report({ hiddenAt: null }, { open: OPEN_REPORTS - 1, here: false }).ok).toBe(true);
  expect(report({ hiddenAt: null }, { open: OPEN_REPORTS, here: false })).toMatchObject({ why: "too-many-reports" });
  expect(report({ hiddenAt: null }, { open: 1, here: true })).toMatchObject({ why: "already-reported" });
  expect(report({ hiddenAt: new Date() }, { open: 0, here: false })).toMatchObject({ why: "hidden" });
});
