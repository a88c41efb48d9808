import { expect, test } from "vitest";
import { asksForSummary, closeQuiet, quietSince, summarise } from "@/lib/discussions/topics/rules";

const now = new Date("2026-03-08T09:00:00Z");
const topic = { kind: "HOT_TOPIC", closedAt: null, lastActivityAt: new Date("2026-03-01T09:00:00Z") } as const;

test("a hot topic closes after seven quiet days, to the millisecond", () => {
  expect(quietSince(now)).toEqual(topic.lastActivityAt);
  expect(closeQuiet(topic, now)).toEqual({ ok: true, value: { closedAt: now, closedById: null } });
  expect(closeQuiet({ ...topic, lastActivityAt: new Date("2026-03-01T09:00:00.001Z") }, now)).toMatchObject({ why: "not-quiet-yet" });
});

test("nothing else closes by itself, and nothing twice", () => {
  expect(closeQuiet({ ...topic, closedAt: now }, now)).toMatchObject({ why: "nothing-to-close" });
  for (const kind of ["QUESTION", "DISCUSSION", "STORY", "IDEA", "HELP_REQUEST"] as const) expect(closeQuiet({ ...topic, kind }, now)).toMatchObject({ why: "nothing-to-close" });
});

test("a summary is asked for when a hot topic is over, until there is one", () => {
  expect(summarise({ kind: "QUESTION", closedAt: now })).toMatchObject({ why: "not-a-hot-topic" });
  expect(summarise(topic)).toMatchObject({ why: "still-open" });
  expect(asksForSummary({ ...topic, closedAt: now, hasSummary: false })).toBe(true);
  expect(asksForSummary({ ...topic, closedAt: now, hasSummary: true })).toBe(false);
  expect(asksForSummary({ ...topic, hasSummary: false })).toBe(false);
});
