import fc from "fast-check";
import { expect, test } from "vitest";
import { enter, fromMemberCursor, leave, remove, spread, toMemberCursor } from "@/lib/communities/members/rules";
import { ask as askToLead, stepDown, successor } from "@/lib/communities/leaders/rules";
import { invite, REST_DAYS } from "@/lib/communities/invitations/rules";
import { ask } from "@/lib/communities/requests/rules";
import { curate, merge } from "@/lib/communities/tags/rules";

const now = new Date("2026-11-22T12:00:00Z");
const why = (result: { ok: boolean; why?: string }) => (result.ok ? "ok" : result.why);

test.each([
  ["OPEN", false, "ok"],
  ["OPEN", true, "ok"],
  ["REQUEST", false, "by-request"],
  ["REQUEST", true, "ok"],
  ["PRIVATE", false, "by-invitation"],
  ["PRIVATE", true, "ok"],
] as const)("walking into a %s community, invited %s: %s", (entry, invited, said) => {
  expect(why(enter({ entry, archivedAt: null }, { invited }))).toBe(said);
  expect(why(enter({ entry, archivedAt: now }, { invited }))).toBe("archived");
});

test.each([
  [{ role: null, leaders: 1, members: 5 }, "not-a-member"],
  [{ role: "MEMBER", leaders: 1, members: 5 }, "ok"],
  [{ role: "LEADER", leaders: 2, members: 5 }, "ok"],
  [{ role: "LEADER", leaders: 1, members: 5 }, "last-leader"],
  [{ role: "LEADER", leaders: 1, members: 1 }, "ok"],
  [{ role: "MEMBER", leaders: 0, members: 2 }, "ok"],
] as const)("leaving as %o: %s", (standing, said) => {
  expect(why(leave(standing))).toBe(said);
});

test("whoever leaves last archives the community, nobody else does", () => {
  expect(leave({ role: "LEADER", leaders: 1, members: 1 })).toEqual({ ok: true, value: { archives: true } });
  expect(leave({ role: "MEMBER", leaders: 1, members: 2 })).toEqual({ ok: true, value: { archives: false } });
});

test("who leads, who is not there and oneself are not removed", () => {
  expect(why(remove("MEMBER", { self: false }))).toBe("ok");
  expect(why(remove("LEADER", { self: false }))).toBe("still-leads");
  expect(remove(null, { self: false })).toMatchObject({ why: "invalid", fields: { handle: ["not-a-member"] } });
  expect(remove("MEMBER", { self: true })).toMatchObject({ why: "invalid", fields: { handle: ["yourself"] } });
});

test.each([
  [null, false, false, "nobody-to-ask"],
  ["LEADER", false, false, "already-leads"],
  ["MEMBER", true, false, "archived"],
  ["MEMBER", false, true, "already-asked"],
  ["MEMBER", false, false, "ok"],
] as const)("asking a %s to lead, archived %s, asked before %s: %s", (role, archived, asked, said) => {
  expect(why(askToLead(role && { role }, { archived, asked }))).toBe(said);
});

test("the lead is given up by who has it, and never by the last", () => {
  expect(why(stepDown({ role: "MEMBER", leaders: 2 }))).toBe("does-not-lead");
  expect(why(stepDown({ role: null, leaders: 2 }))).toBe("does-not-lead");
  expect(why(stepDown({ role: "LEADER", leaders: 1 }))).toBe("last-leader");
  expect(why(stepDown({ role: "LEADER", leaders: 2 }))).toBe("ok");
});

test("of the members who have not said no, the longest-standing is asked to take over", () => {
  const day = (n: number) => new Date(2026, 0, n);
  const members = [
    { userId: "c", role: "MEMBER" as const, joinedAt: day(3) },
    { userId: "b", role: "MEMBER" as const, joinedAt: day(2) },
    { userId: "a", role: "LEADER" as const, joinedAt: day(1) },
    { userId: "d", role: "MEMBER" as const, joinedAt: day(2) },
  ];
  expect(successor(members, [])?.userId).toBe("b");
  expect(successor(members, ["b"])?.userId).toBe("d");
  expect(successor(members, ["b", "c", "d"])).toBeNull();
});

test.each([
  [{ member: true }, "already-member"],
  [{ invited: true }, "already-invited"],
  [{ asks: true }, "has-asked"],
  [{ declinedAt: new Date(now.getTime() - (REST_DAYS - 1) * 24 * 3600_000) }, "has-declined"],
] as const)("inviting where %o is refused", (change, code) => {
  const standing = { member: false, invited: false, asks: false, declinedAt: null, ...change };
  expect(invite({ archivedAt: null }, standing, now)).toMatchObject({ why: "invalid", fields: { handle: [code] } });
});

test("a declined invitation may be made again after its rest, and none into an archive", () => {
  const standing = { member: false, invited: false, asks: false, declinedAt: new Date(now.getTime() - REST_DAYS * 24 * 3600_000) };
  expect(why(invite({ archivedAt: null }, standing, now))).toBe("ok");
  expect(why(invite({ archivedAt: now }, standing, now))).toBe("archived");
});

test.each([
  ["REQUEST", {}, "ok"],
  ["PRIVATE", {}, "ok"],
  ["OPEN", {}, "walk-in"],
  ["REQUEST", { invited: true }, "walk-in"],
  ["REQUEST", { member: true }, "already-member"],
  ["REQUEST", { pending: true }, "already-asked"],
] as const)("asking to join a %s community with %o: %s", (entry, change, said) => {
  const asking = { member: false, invited: false, pending: false, ...change };
  expect(why(ask({ entry, archivedAt: null }, asking))).toBe(said);
  expect(why(ask({ entry, archivedAt: now }, asking))).toBe("archived");
});

test("a word is merged into the word another one stands for, never into itself", () => {
  const [free, synonym] = [{ id: "a", mergedIntoId: null }, { id: "s", mergedIntoId: "a" }];
  expect(why(curate(free))).toBe("ok");
  expect(why(curate(synonym))).toBe("is-synonym");
  expect(merge({ id: "b", mergedIntoId: null }, synonym)).toEqual({ ok: true, value: { target: "a" } });
  expect(merge(free, synonym)).toMatchObject({ fields: { into: ["same-tag"] } });
  expect(merge(free, null)).toMatchObject({ fields: { into: ["no-such-tag"] } });
  expect(why(merge(synonym, free))).toBe("is-synonym");
});

test("the spread over units is that of the domain's test vector", () => {
  expect(spread([10, 7, 3])).toBeCloseTo(0.9075, 10);
  expect(spread([5, 5, 5, 5])).toBeCloseTo(1, 10);
  expect(spread([7, 0, 0])).toBe(0);
  expect(spread([7])).toBeNull();
  expect(spread([0, 0])).toBeNull();
});

test("a place in the list of members comes back as it was, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }), fc.uuid(), (leads, at, id) => {
      expect(fromMemberCursor(toMemberCursor({ leads, at, id }))).toEqual({ leads, at, id });
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => fromMemberCursor(text) === null));
  expect(fromMemberCursor(undefined)).toBeNull();
});
