import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { reactions } from "@/lib/discussions/events";
import { closeQuietTopics } from "@/lib/discussions/jobs";
import { closeDiscussion } from "@/lib/discussions/moderation/commands";
import { proposeMove, withdrawMove } from "@/lib/discussions/moves/commands";
import { reportPost } from "@/lib/discussions/reports/commands";
import { db } from "@/lib/platform/db";
import { react } from "@/lib/platform/events";
import { buildActor, buildCommunity, buildDiscussion, buildReply } from "@/tests/support/build";

const outbox = () => path.join(process.env.DATA_DIR ?? "", "outbox");
const decoded = (raw: string) => raw.replace(/=\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());

/** Carries an event, the latest one unless said, to its reactions, twice, as a job that is tried again does; returns the mails about it. */
const carry = async (event?: string) => {
  const id = event ?? (await db.event.findFirstOrThrow({ orderBy: [{ at: "desc" }, { id: "desc" }] })).id;
  for (let times = 0; times < 2; times++) await react([reactions], id);
  const files = existsSync(outbox()) ? readdirSync(outbox()).filter((file) => file.startsWith(id)) : [];
  return files.map((file) => decoded(readFileSync(path.join(outbox(), file), "utf8"))).sort();
};
const someone = (name: string, more: object = {}) => ({ person: { name, email: `${name.toLowerCase()}@example.org`, ...more } });
const now = new Date("2026-03-10T12:00:00Z");
const quiet = { kind: "HOT_TOPIC", title: "Self-service", lastActivityAt: new Date("2026-03-01") } as const;

test("a topic that closed itself asks its starter for a summary, once, in their language", async () => {
  const community = await buildCommunity();
  const starter = await buildActor({ memberOf: [community.id], ...someone("Sofia", { locale: "es" }) });
  const { id } = await buildDiscussion(community.id, starter.id, quiet);
  await closeQuietTopics(now);
  const mails = await carry();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("To: sofia@example.org");
  expect(mails[0]).toContain("Content-Language: es");
  expect(mails[0]).toContain(`/communities/${community.slug}/discussions/${id}/summary`);
});

test("nobody is asked who has left the community, has written the summary, or whose topic a leader closed", async () => {
  const community = await buildCommunity();
  const [gone, leader] = [await buildActor(someone("Gone")), await buildActor({ leads: [community.id] })];
  await buildDiscussion(community.id, gone.id, quiet);
  await closeQuietTopics(now);
  expect(await carry()).toEqual([]);
  const member = await buildActor({ memberOf: [community.id], ...someone("Member") });
  const done = await buildDiscussion(community.id, member.id, quiet);
  await closeQuietTopics(now);
  await db.discussion.update({ where: { id: done.id }, data: { summary: "So.", summaryHtml: "<p>So.</p>" } });
  expect(await carry()).toEqual([]);
  await closeDiscussion(leader, { id: (await buildDiscussion(community.id, member.id, quiet)).id });
  expect(await carry()).toEqual([]);
});

test("every author who has not answered is asked whether a discussion may leave; nobody after it is withdrawn", async () => {
  const [from, to] = [await buildCommunity({ entry: "PRIVATE" }), await buildCommunity({ name: "Elsewhere" })];
  const leader = await buildActor({ memberOf: [to.id], leads: [from.id], ...someone("Lars") });
  const [anna, bo] = [await buildActor({ memberOf: [from.id], ...someone("Anna") }), await buildActor({ memberOf: [from.id], ...someone("Bo", { locale: "sv" }) })];
  await buildActor({ memberOf: [from.id], ...someone("Reader") });
  const { id } = await buildDiscussion(from.id, leader.id, { body: "Between us." });
  for (const author of [anna, bo]) await buildReply(id, author.id);
  expect(await proposeMove(leader, { id, to: to.slug })).toMatchObject({ ok: true });
  const mails = await carry();
  expect(mails.map((mail) => /To: (\S+)/.exec(mail)?.[1]).sort()).toEqual(["anna@example.org", "bo@example.org"]);
  for (const mail of mails) {
    expect(mail).toContain(`/communities/${from.slug}/discussions/${id}/move`);
    expect(mail).not.toContain("Between us.");
  }
  const again = await proposeMove(leader, { id, to: to.slug });
  const event = await db.event.findFirstOrThrow({ orderBy: [{ at: "desc" }, { id: "desc" }] });
  expect(await withdrawMove(leader, { id: again.ok ? again.value.moveId : "" })).toMatchObject({ ok: true });
  expect(await carry(event.id)).toEqual([]);
});

test("the leaders hear that a report waits, and nobody else; of the report itself the mail says nothing", async () => {
  const community = await buildCommunity({ entry: "PRIVATE" });
  const leaders = [await buildActor({ leads: [community.id], ...someone("Lars") }), await buildActor({ leads: [community.id], ...someone("Lena") })];
  const member = await buildActor({ memberOf: [community.id], ...someone("Member") });
  await buildActor({ roles: ["ADMINISTRATOR"], ...someone("Admin") });
  const { id: discussionId } = await buildDiscussion(community.id, leaders[0]?.id ?? null);
  await reportPost(member, { discussionId, reason: "It names my patron." });
  const mails = await carry();
  expect(mails.map((mail) => /To: (\S+)/.exec(mail)?.[1]).sort()).toEqual(["lars@example.org", "lena@example.org"]);
  for (const mail of mails) {
    expect(mail).toContain(`/communities/${community.slug}/reports`);
    expect(mail).not.toContain("It names my patron.");
  }
});
