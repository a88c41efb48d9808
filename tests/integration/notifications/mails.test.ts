import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { editDiscussion } from "@/lib/discussions/commands";
import { deleteReply, postReply } from "@/lib/discussions/replies/commands";
import { chooseChannels } from "@/lib/notifications/channels/commands";
import { type Channel, type Topic, usual, usualRhythm } from "@/lib/notifications/channels/rules";
import { postMails } from "@/lib/notifications/mails/jobs";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { nextHour } from "@/lib/platform/hours";
import { actorOf, buildActor, buildCommunity, buildDiscussion } from "@/tests/support/build";
import { back, send, tellOf } from "@/tests/support/carry";
import { mailServer } from "@/tests/support/mail-server";

const server = await mailServer();
process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`; // read once, at the first mail
afterAll(() => server.goAway());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const zone = "Europe/Stockholm";

beforeEach(async () => {
  server.taken.length = 0;
  server.refuse(false);
  await db.organisation.create({ data: { id: 1, name: "City library", timeZone: zone } });
});

/** No quiet hours, unless a test wants some: it may run at any time of the day. */
const choose = (actor: Actor, over: Partial<Record<Topic, Channel>> & Partial<typeof usualRhythm> = {}) => chooseChannels(actor, { ...usual, ...usualRhythm, quietFrom: 0, quietTo: 0, ...over });

const stage = async (entry: "OPEN" | "PRIVATE" = "OPEN") => {
  const community = await buildCommunity({ entry, name: "Maps" });
  const writer = await buildActor({ memberOf: [community.id], person: { name: "Olga", email: "olga@example.org" } });
  const reader = await buildActor({ memberOf: [community.id], person: { name: "Asta", handle: "asta", email: "asta@example.org", locale: "sv" } });
  const { id } = await buildDiscussion(community.id, reader.id, { title: "Old atlases" });
  await choose(reader);
  return { community, writer, reader, id };
};

/** What happened until now is told of. */
let since = new Date(0);
const tell = async () => {
  const events = await db.event.findMany({ where: { at: { gt: since } }, orderBy: { id: "asc" }, select: { id: true, at: true } });
  since = events.at(-1)?.at ?? since;
  await tellOf(events);
};
const say = async (writer: Actor, discussionId: string, body: string) => {
  const said = await postReply(writer, { discussionId, body });
  await tell();
  return said.ok ? said.value.id : "";
};
const plan = (now: Date) => postMails(back, now);
const made = () => db.noticeMail.findMany({ where: { sentAt: null }, orderBy: { id: "asc" } });
/** As the queue: every mail that is made and not sent; what fails stays for another try. */
const deliver = async (now: Date) => {
  for (const { id } of await made()) await send({ mail: id }, now).catch(() => undefined);
};
const soon = () => new Date(Date.now() + 4 * MINUTE);
const run = async (now: Date) => {
  await plan(now);
  await deliver(now);
};

describe("at once", () => {
  test("who is named gets a mail in their language, as text and HTML, that says why and how to hear less", async () => {
    const { community, writer, reader, id } = await stage();
    const other = await buildDiscussion(community.id, writer.id, { title: "Binding" });
    const reply = await say(writer, other.id, "Ask @asta about the spine.");
    await run(new Date());
    expect(server.taken).toEqual([]); // it waits for more of the same
    await run(soon());
    const [mail, ...more] = server.taken;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: "asta@example.org", subject: "Olga nämnde dig i ”Binding”" });
    expect(mail?.header("Content-Language")).toBe("sv");
    expect(mail?.text).toContain("Eftersom ditt namn står i det.");
    expect(mail?.text).toContain(`http://localhost:3000/communities/${community.slug}/discussions/${other.id}?answer=${reply}#p-${reply}`);
    expect(mail?.text).toMatch(/text\/plain[\s\S]*\/leave\/[\s\S]*\/settings\/notifications[\s\S]*text\/html[\s\S]*prefers-color-scheme:dark/);
    expect(mail?.text).not.toContain("the spine"); // where to look, not what was said
    expect(mail?.text).not.toMatch(/<img|src=/);
    expect(mail?.header("List-Unsubscribe")).toMatch(/^<http:\/\/localhost:3000\/api\/leave\/[\w.-]+>$/);
    expect(mail?.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    await run(new Date(Date.now() + HOUR));
    expect(server.taken).toHaveLength(1);
    expect((await db.notification.findFirstOrThrow({ where: { userId: reader.id, discussionId: { not: id } } })).mailedAt).not.toBeNull();
  });

  test("many answers within some minutes are one mail", async () => {
    const { writer, id } = await stage();
    for (const body of ["One.", "Two.", "Three."]) await say(writer, id, body);
    await run(soon());
    expect(server.taken.map(({ subject }) => subject)).toEqual(["3 nya inlägg i ”Old atlases”"]);
  });

  test("several servers make and send it once", async () => {
    const { writer, id } = await stage();
    await say(writer, id, "One.");
    await Promise.all(Array.from({ length: 4 }, () => plan(soon())));
    expect(await made()).toHaveLength(1);
  });

  test("in quiet hours nothing comes; after them it does", async () => {
    const { writer, reader, id } = await stage();
    const hour = Number(new Intl.DateTimeFormat("sv", { timeZone: zone, hour: "numeric" }).format(new Date()));
    await choose(reader, { quietFrom: hour, quietTo: (hour + 2) % 24 });
    await say(writer, id, "One.");
    await run(soon());
    expect(server.taken).toEqual([]);
    await run(nextHour(new Date(), (hour + 2) % 24, zone));
    expect(server.taken).toHaveLength(1);
  });

  test("what was read in the portal meanwhile is not said again", async () => {
    const { writer, reader, id } = await stage();
    await say(writer, id, "One.");
    await plan(soon());
    await db.notification.updateMany({ where: { userId: reader.id }, data: { readAt: new Date() } });
    await deliver(soon());
    expect([server.taken, await made()]).toEqual([[], []]);
  });

  test("of two things that wait, one that is on the page only goes by no mail; nothing at all leaves no row", async () => {
    const { writer, reader, id } = await stage();
    await choose(reader, { "reply-to-me": "portal" });
    await say(writer, id, "One.");
    expect([await db.notification.count({ where: { userId: reader.id } }), await db.posting.count()]).toEqual([1, 0]);
    await choose(reader, { "reply-to-me": "nothing" });
    await say(writer, id, "Two.");
    expect(await db.notification.count({ where: { userId: reader.id } })).toBe(1);
  });
});

describe("digests", () => {
  const daily = { "reply-to-me": "daily", mention: "daily" } as const;

  test("come once a day at the reader's hour and hold what came since, by conversation", async () => {
    const { community, writer, reader, id } = await stage();
    await choose(reader, daily);
    const other = await buildDiscussion(community.id, writer.id, { title: "Binding" });
    await say(writer, id, "One.");
    await say(writer, id, "Two.");
    await say(writer, other.id, "Ask @asta.");
    const due = nextHour(new Date(), 8, zone);
    await run(new Date(due.getTime() - MINUTE));
    expect(server.taken).toEqual([]);
    await run(due);
    await run(new Date(due.getTime() + HOUR));
    const [mail, ...more] = server.taken;
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("3 nyheter för dig");
    expect(mail?.text).toMatch(/— Old atlases —[\s\S]*— Binding —[\s\S]*<h2>Old atlases<\/h2>[\s\S]*<h2>Binding<\/h2>/);
  });

  test("once a week on the reader's day", async () => {
    const { writer, reader, id } = await stage();
    await choose(reader, { "reply-to-me": "weekly", weekday: 3, hour: 6 });
    await say(writer, id, "One.");
    const due = nextHour(new Date(), 6, zone, 3);
    await run(new Date(due.getTime() - HOUR));
    expect(server.taken).toEqual([]);
    await run(due);
    expect(server.taken).toHaveLength(1);
  });

  test("hold nothing that was deleted, hidden, or made private between making and sending, and no count of it", async () => {
    const { community, writer, reader, id } = await stage();
    await choose(reader, daily);
    const open = await buildCommunity({ name: "Open shelf" });
    const elsewhere = await buildDiscussion(open.id, writer.id, { title: "Secret shelf" });
    const writerThere = await buildActor({ memberOf: [open.id], person: { name: "Vera" } });
    await say(writerThere, elsewhere.id, "Ask @asta.");
    const gone = await say(writer, id, "Deleted.");
    await say(writer, id, "Stays.");
    const due = nextHour(new Date(), 8, zone);
    await plan(due);
    expect(await db.posting.count({ where: { mailId: { not: null }, userId: reader.id } })).toBe(3);
    await db.community.update({ where: { id: open.id }, data: { entry: "PRIVATE" } });
    await deleteReply(writer, { id: gone });
    await deliver(due);
    expect(server.taken.map(({ subject }) => subject)).toEqual(["1 nyhet för dig"]);
    expect(server.taken[0]?.text).not.toMatch(/Secret shelf|Open shelf|Vera/);
    expect(server.taken[0]?.text).toContain("Old atlases");
    expect(community.id).not.toBe(open.id);
  });

  test("are not sent where nothing is left", async () => {
    const { community, writer, reader, id } = await stage("PRIVATE");
    await choose(reader, daily);
    await say(writer, id, "One.");
    const due = nextHour(new Date(), 8, zone);
    await plan(due);
    await db.membership.deleteMany({ where: { userId: reader.id, communityId: community.id } });
    await deliver(due);
    expect([server.taken, await made(), await db.posting.count()]).toEqual([[], [], 0]);
  });
});

describe("a mail server", () => {
  test("that refuses, and takes it later, has it once", async () => {
    const { writer, id } = await stage();
    await say(writer, id, "One.");
    server.refuse(true);
    await run(soon());
    await deliver(soon());
    expect([server.taken, await made()]).toMatchObject([[], [{ sentAt: null }]]);
    expect(server.tried()).toBeGreaterThanOrEqual(2);
    server.refuse(false);
    await deliver(soon());
    await deliver(soon());
    expect(server.taken).toHaveLength(1);
  });

  test("that hangs is given up, and tried again", { timeout: 40_000 }, async () => {
    const { writer, id } = await stage();
    await say(writer, id, "One.");
    await plan(soon());
    await server.hang(() => deliver(soon()));
    expect(await made()).toHaveLength(1);
    await server.comeBack();
    await deliver(soon());
    expect(server.taken).toHaveLength(1);
  });

  test("that is away for a day loses nothing, and gets nothing twice", async () => {
    const { writer, id } = await stage();
    await server.goAway();
    await say(writer, id, "One.");
    const [{ id: first = "" } = {}] = (await run(soon()), await made());
    for (let hour = 1; hour < 24; hour += 4) await run(new Date(Date.now() + hour * HOUR));
    await say(writer, id, "Two.");
    await server.comeBack();
    await run(new Date(Date.now() + 24 * HOUR));
    await run(new Date(Date.now() + 25 * HOUR));
    expect(server.taken.map(({ subject }) => subject).sort()).toEqual(["Olga svarade dig i ”Old atlases”", "Olga svarade dig i ”Old atlases”"]);
    expect(server.taken.map(({ id: said }) => said)).toContain(`<${first}@localhost>`);
    expect(new Set(server.taken.map(({ id: said }) => said)).size).toBe(2);
  });

  test("that is away for three days gets no old news one by one: they come in one digest", async () => {
    const { writer, id } = await stage();
    await server.goAway();
    await say(writer, id, "One.");
    await run(soon());
    const later = new Date(Date.now() + 50 * HOUR);
    await run(later);
    expect(await made()).toEqual([]);
    await server.comeBack();
    await run(nextHour(later, 8, zone));
    expect(server.taken.map(({ subject }) => subject)).toEqual(["1 nyhet för dig"]);
  });

  test("that did not take a digest within its day gets the next one instead, with what came since", async () => {
    const { writer, reader, id } = await stage();
    await choose(reader, { "reply-to-me": "daily" });
    await say(writer, id, "One.");
    await server.goAway();
    const due = nextHour(new Date(), 8, zone);
    await run(due);
    const [old] = await made();
    await say(writer, id, "Two.");
    await server.comeBack();
    await run(new Date(due.getTime() + 24 * HOUR));
    expect(server.taken.map(({ subject }) => subject)).toEqual(["2 nyheter för dig"]);
    expect(server.taken[0]?.id).not.toContain(old?.id);
  });

  test("hears nothing of what is older than two weeks", async () => {
    const { writer, id } = await stage();
    await server.goAway();
    await say(writer, id, "One.");
    await run(soon());
    await server.comeBack();
    await run(new Date(Date.now() + 16 * 24 * HOUR));
    expect([server.taken, await db.posting.count()]).toEqual([[], 0]);
  });
});

test("who is named by an edit, and whose account is closed before the mail goes", async () => {
  const { writer, reader, community } = await stage();
  const mine = await buildDiscussion(community.id, writer.id, { title: "Spines" });
  await editDiscussion(writer, { id: mine.id, version: 1, body: "Ask @asta." });
  await tell();
  await plan(soon());
  await db.user.update({ where: { id: reader.id }, data: { closedAt: new Date() } });
  await deliver(soon());
  expect([server.taken, await made()]).toEqual([[], []]);
  expect((await actorOf(writer.id)).id).toBe(writer.id);
});
