import { describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/leave/[token]/route";
import { chooseChannels, hearAgain } from "@/lib/notifications/channels/commands";
import { getMyChannels, listSilenced } from "@/lib/notifications/channels/queries";
import { usual, usualRhythm } from "@/lib/notifications/channels/rules";
import { leaveMails } from "@/lib/notifications/leaving/commands";
import { leaveToken } from "@/lib/notifications/leaving/queries";
import type { Leaving } from "@/lib/notifications/leaving/rules";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { signedToken } from "@/lib/platform/token";
import { buildActor, buildCommunity, buildDiscussion, buildPerson, buildSystem, buildVisitor } from "@/tests/support/build";

const at = (token: string) => ({ params: Promise.resolve({ token }) });
/** As a mail program does it: no cookie, no `Origin`. */
const press = (token: string, body: BodyInit = "List-Unsubscribe=One-Click", type: string | null = "application/x-www-form-urlencoded") =>
  POST(new Request("http://localhost:3000/api/leave/x", { method: "POST", body, headers: type ? { "content-type": type } : {} }), at(token));
const mention: Leaving = { what: "topic", topic: "mention" };
const everything = () => Promise.all([db.channelChoice.findMany(), db.mailSilence.findMany(), db.mailRhythm.findMany()]).then((all) => JSON.stringify(all));

describe("leaving from a mail", () => {
  test("by a press in the mail program it is done, once however often, and exactly for that kind of that reader", async () => {
    const [reader, other] = [await buildActor(), await buildActor()];
    for (let times = 0; times < 2; times++) expect((await press(leaveToken(reader.id, mention))).status).toBe(200);
    expect((await getMyChannels(reader)).channels).toEqual({ ...usual, mention: "portal" });
    expect((await getMyChannels(other)).channels).toEqual(usual);
    const form = new FormData();
    form.set("List-Unsubscribe", "One-Click");
    expect((await press(leaveToken(other.id, { what: "digest" }), form, null)).status).toBe(200);
    expect((await getMyChannels(other)).channels).toEqual({ ...usual, answer: "portal", "help-request": "portal", reply: "portal", "new-discussion": "portal" });
  });

  test("looking changes nothing: the address leads to a page that asks", async () => {
    const reader = await buildActor();
    const token = leaveToken(reader.id, mention);
    const answer = await GET(new Request("http://localhost:3000/api/leave/x"), at(token));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/leave/${token}`]);
    expect((await getMyChannels(reader)).channels).toEqual(usual);
  });

  test("the page's button does it and its undo takes it back, to what was chosen before", async () => {
    const reader = await buildActor();
    await chooseChannels(reader, { ...usual, ...usualRhythm, mention: "weekly" });
    const token = leaveToken(reader.id, mention);
    expect((await press(token, "from=page")).headers.get("location")).toBe(`/leave/${token}?done=1`);
    expect((await getMyChannels(reader)).channels.mention).toBe("portal");
    for (let times = 0; times < 2; times++) expect((await press(token, "from=page&undo=1")).headers.get("location")).toBe(`/leave/${token}?undone=1`);
    expect((await getMyChannels(reader)).channels.mention).toBe("weekly");
    const digests = leaveToken(reader.id, { what: "digest" });
    await press(digests, "from=page");
    expect((await getMyChannels(reader)).channels).toMatchObject({ mention: "portal", reply: "portal" });
    await press(digests, "from=page&undo=1");
    expect((await getMyChannels(reader)).channels).toEqual({ ...usual, mention: "weekly" });
    await db.channelChoice.deleteMany();
    await press(token, "from=page");
    await press(token, "from=page&undo=1");
    expect(await db.channelChoice.count()).toBe(0); // what holds for everyone is no row
  });

  test("a conversation is left alone, listed in the settings as long as it is seen, and heard of again", async () => {
    const community = await buildCommunity({ entry: "PRIVATE" });
    const reader = await buildActor({ memberOf: [community.id] });
    const { id } = await buildDiscussion(community.id, null, { title: "Spines" });
    const token = leaveToken(reader.id, { what: "thread", threadId: id });
    for (let times = 0; times < 2; times++) expect((await press(token)).status).toBe(200);
    expect(await listSilenced(reader)).toMatchObject([{ threadId: id, title: "Spines" }]);
    expect(await listSilenced({ ...reader, memberOf: [] })).toEqual([]);
    expect(await hearAgain(await buildActor(), { threadId: id })).toMatchObject({ why: "not-found" });
    expect(await hearAgain(reader, { threadId: id })).toMatchObject({ ok: true });
    expect(await db.mailSilence.count()).toBe(0);
    await press(token, "from=page");
    await press(token, "from=page&undo=1");
    expect(await db.mailSilence.count()).toBe(0);
  });

  test("nobody gets anywhere with a token that is made up, changed, meant for something else, or of somebody who has left", async () => {
    const [reader, gone] = [await buildActor(), await buildPerson({ closedAt: new Date() })];
    const [words, mark] = leaveToken(reader.id, mention).split(".");
    const other = Buffer.from(`${(await buildPerson()).id} topic mention`).toString("base64url");
    const bad = [
      "", "x", ".", "..", "%00", `${words}.`, `${words}`, `.${mark}`, `${other}.${mark}`, `${words}.${mark}A`, `${words}.${mark}.${mark}`, `${words}=.${mark}`,
      signedToken("another secret of thirty-two characters", "leave mails", `${reader.id} topic mention`), signedToken(env().NEXTAUTH_SECRET, "calendar", `${reader.id} topic mention`),
      signedToken(env().NEXTAUTH_SECRET, "leave mails", `${reader.id} topic everything`), signedToken(env().NEXTAUTH_SECRET, "leave mails", "nobody topic mention"), leaveToken(gone.id, mention), "a".repeat(100_000),
    ];
    const before = await everything();
    for (const token of bad) {
      const answer = await press(token);
      expect([answer.status, await answer.json()], token.slice(0, 80)).toEqual([404, expect.objectContaining({ code: "not-found" })]);
    }
    expect(await everything()).toBe(before);
  });

  test("what is no press is refused, and changes nothing", async () => {
    const reader = await buildActor();
    const token = leaveToken(reader.id, mention);
    const said = [["", "application/x-www-form-urlencoded"], ["List-Unsubscribe=No", "application/x-www-form-urlencoded"], ["List-Unsubscribe=One-Click", "text/plain"], ["{}", "application/json"], [`x=${"a".repeat(5000)}`, "application/x-www-form-urlencoded"], ["no parts", "multipart/form-data"]] as const;
    expect(await Promise.all(said.map(async ([body, type]) => (await press(token, body, type)).status))).toEqual([400, 400, 415, 415, 413, 400]);
    expect((await getMyChannels(reader)).channels).toEqual(usual);
  });

  test("a token serves its own reader only, whoever acts", async () => {
    const [reader, other] = [await buildActor(), await buildActor({ roles: ["ADMINISTRATOR"] })];
    const token = leaveToken(reader.id, mention);
    for (const actor of [other, buildVisitor(), buildSystem()]) expect(await leaveMails(actor, { token })).toMatchObject({ ok: false, why: "forbidden" });
    expect(await leaveMails(other, { token: "x" })).toMatchObject({ ok: false, why: "not-found" });
    expect((await getMyChannels(reader)).channels).toEqual(usual);
  });
});

describe("choosing channels", () => {
  test("keeps only what differs from what holds for everyone", async () => {
    const reader = await buildActor();
    expect(await chooseChannels(reader, { ...usual, ...usualRhythm, reply: "nothing", hour: "6" })).toMatchObject({ ok: true });
    expect([await db.channelChoice.findMany({ select: { topic: true, channel: true } }), await db.mailRhythm.findMany({ select: { hour: true } })]).toEqual([[{ topic: "reply", channel: "NOTHING" }], [{ hour: 6 }]]);
    await chooseChannels(reader, { ...usual, ...usualRhythm });
    expect([await db.channelChoice.count(), await db.mailRhythm.count()]).toEqual([0, 0]);
  });

  test("what is asked of someone cannot be missed; hours and days are such", async () => {
    const reader = await buildActor();
    const wrong = await chooseChannels(reader, { ...usual, ...usualRhythm, asks: "nothing", word: "nothing", mention: "pigeon", hour: 24, weekday: 0, quietFrom: "x", quietTo: 2.5 });
    expect(wrong).toMatchObject({ why: "invalid", fields: { asks: ["channel"], word: ["channel"], mention: ["channel"], hour: ["hour"], weekday: ["weekday"], quietFrom: ["hour"], quietTo: ["hour"] } });
    for (const actor of [buildVisitor(), buildSystem()]) expect(await chooseChannels(actor, { ...usual, ...usualRhythm })).toMatchObject({ ok: false });
  });
});
