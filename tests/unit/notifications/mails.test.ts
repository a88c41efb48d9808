import { describe, expect, test } from "vitest";
import { chosen, differing, offered, topics, usual, usualRhythm } from "@/lib/notifications/channels/rules";
import { fromWords, type Leaving, toWords } from "@/lib/notifications/leaving/rules";
import { type Due, dueBy, isStale, sort } from "@/lib/notifications/mails/rules";

const place = { ...usualRhythm, timeZone: "Europe/Stockholm" };
const at = new Date("2026-11-27T10:00:00Z");
const day = 24 * 3_600_000;
const due = (channel: Parameters<typeof dueBy>[1], now: string, moment = at, over = {}) => {
  const when = dueBy(moment, channel, { ...place, ...over }, new Date(now));
  return when && `${when.digest ? "digest" : "mail"} ${when.at.toISOString()}`;
};

describe("when something goes by mail", () => {
  test.each([
    ["at-once", "2026-11-27T10:00:00Z", "mail 2026-11-27T10:03:00.000Z"],
    ["at-once", "2026-11-29T10:00:00Z", "mail 2026-11-27T10:03:00.000Z"],
    ["at-once", "2026-11-29T10:00:01Z", "digest 2026-11-30T07:00:00.000Z"],
    ["daily", "2026-11-27T10:00:00Z", "digest 2026-11-28T07:00:00.000Z"],
    ["daily", "2026-12-03T10:00:00Z", "digest 2026-11-28T07:00:00.000Z"],
    ["weekly", "2026-11-27T10:00:00Z", "digest 2026-11-30T07:00:00.000Z"],
    ["weekly", "2026-12-12T10:00:01Z", null],
    ["at-once", "2026-12-12T10:00:01Z", null],
    ["portal", "2026-11-27T10:00:00Z", null],
    ["nothing", "2026-11-27T10:00:00Z", null],
  ] as const)("%s, looked at %s: %s", (channel, now, when) => {
    expect(due(channel, now)).toBe(when);
  });

  test("in quiet hours it waits for their end, in the reader's zone, over a change of time", () => {
    expect(due("at-once", "2026-11-27T19:00:00Z", new Date("2026-11-27T18:58:00Z"))).toBe("mail 2026-11-28T06:00:00.000Z");
    expect(due("at-once", "2026-11-27T19:00:00Z", new Date("2026-11-27T18:58:00Z"), { timeZone: "UTC" })).toBe("mail 2026-11-27T19:01:00.000Z");
    expect(due("at-once", "2026-10-24T20:00:00Z", new Date("2026-10-24T20:00:00Z"))).toBe("mail 2026-10-25T06:00:00.000Z");
  });

  test("a mail nobody took is given up after two days, a digest before the next", () => {
    const made = { digest: false, createdAt: at };
    expect([2 * day, 2 * day + 1].map((ms) => isStale(made, new Date(at.getTime() + ms)))).toEqual([false, true]);
    expect([23, 24].map((hours) => isStale({ ...made, digest: true }, new Date(at.getTime() + hours * 3_600_000)))).toEqual([false, true]);
  });
});

describe("sorting what waits", () => {
  const now = at;
  const one = (id: string, threadId: string, due: Due | null) => ({ id, threadId, due });
  const [past, later] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];

  test("a mail for each conversation, one for all that is gathered, the rest later or never", () => {
    const waiting = [
      one("a", "x", { digest: false, at: past }), one("b", "x", { digest: false, at: later }), one("c", "y", { digest: false, at: later }), one("d", "z", { digest: false, at: now }),
      one("e", "x", { digest: true, at: past }), one("f", "y", { digest: true, at: past }), one("g", "y", { digest: true, at: later }), one("h", "x", null), one("i", "x", { digest: false, at: later, held: true }),
    ];
    expect(sort(waiting, now)).toEqual({
      mails: [{ digest: false, ids: ["a", "b"] }, { digest: false, ids: ["d"] }, { digest: true, ids: ["e", "f"] }],
      later: [{ id: "c", at: later }, { id: "g", at: later }, { id: "i", at: later }],
      dropped: ["h"],
    });
    expect(sort([], now)).toEqual({ mails: [], later: [], dropped: [] });
  });
});

describe("channels", () => {
  test("are calm while nothing is chosen: at once only what is meant for the reader", () => {
    expect(topics.filter((topic) => usual[topic] === "at-once")).toEqual(["asks", "mention", "reply-to-me", "word"]);
    expect(usual.reaction).toBe("portal");
  });

  test("what is asked of someone, and what becomes of their requests, cannot be missed", () => {
    expect(topics.filter((topic) => !offered(topic).includes("nothing"))).toEqual(["asks", "word"]);
  });

  test("what is kept is what differs, and comes back as it was said", () => {
    const said = { ...usual, reply: "weekly", mention: "nothing" } as const;
    expect(differing(said)).toEqual([{ topic: "mention", channel: "NOTHING" }, { topic: "reply", channel: "WEEKLY" }]);
    expect(chosen([...differing(said), { topic: "no longer there", channel: "DAILY" }])).toEqual(said);
  });
});

test.each<Leaving>([{ what: "digest" }, { what: "topic", topic: "reply-to-me" }, { what: "thread", threadId: "0190a1b2-0000-7000-8000-000000000002" }])("what a token says is read as it was said: %o", (leaving) => {
  const userId = "0190a1b2-0000-7000-8000-000000000001";
  expect(fromWords(toWords(userId, leaving))).toEqual({ userId, leaving });
  expect(fromWords(toWords("nobody", leaving))).toBeNull();
});
