import { expect, test } from "vitest";
import { close, pin, reopen, unpin } from "@/lib/discussions/moderation/rules";

const now = new Date("2026-01-02");
const then = new Date("2026-01-01");

test("a pin is set once and taken off once", () => {
  expect(pin({ pinnedAt: null }, now)).toEqual({ ok: true, value: { pinnedAt: now } });
  expect(pin({ pinnedAt: then }, now)).toMatchObject({ why: "already-pinned" });
  expect(unpin({ pinnedAt: then })).toEqual({ ok: true, value: { pinnedAt: null } });
  expect(unpin({ pinnedAt: null })).toMatchObject({ why: "not-pinned" });
});

test("what is closed can be opened, and a hot topic lives again from that moment", () => {
  expect(close({ closedAt: null }, now)).toEqual({ ok: true, value: { closedAt: now } });
  expect(close({ closedAt: then }, now)).toMatchObject({ why: "already-closed" });
  expect(reopen({ kind: "QUESTION", closedAt: then }, now)).toEqual({ ok: true, value: { closedAt: null, closedById: null } });
  expect(reopen({ kind: "HOT_TOPIC", closedAt: then }, now)).toEqual({ ok: true, value: { closedAt: null, closedById: null, lastActivityAt: now } });
  expect(reopen({ kind: "HOT_TOPIC", closedAt: null }, now)).toMatchObject({ why: "not-closed" });
});
