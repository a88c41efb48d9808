import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { reactions as files } from "@/lib/attachments/events";
import { reactions as communities } from "@/lib/communities/events";
import { letters as inCommunities } from "@/lib/communities/letters/events";
import { notices as ofCommunities } from "@/lib/communities/notices/events";
import { letters as inDiscussions } from "@/lib/discussions/letters/events";
import { notices as ofDiscussions } from "@/lib/discussions/notices/events";
import { announceNotices } from "@/lib/notifications/announcements/events";
import { postNotices } from "@/lib/notifications/mails/commands";
import { deliverMail, postMails } from "@/lib/notifications/mails/jobs";
import { getReturn } from "@/lib/people/absences/queries";
import { reactions as notifications } from "@/lib/notifications/events";
import { reactions as people } from "@/lib/people/events";
import { db } from "@/lib/platform/db";
import { react } from "@/lib/platform/events";
import { tellAll } from "@/lib/platform/notices";
import { reactions as search } from "@/lib/search/events";
import { buildSystem } from "./build";

/** As `instrumentation.ts` wires them. */
const letters = { ...inCommunities, ...inDiscussions };
/** When someone who is away is back. */
export const back = (userId: string, now: Date) => getReturn(buildSystem(), userId, now);
const notices = { ...ofCommunities, ...ofDiscussions };
const features = [people, communities, search, files, notifications, tellAll(notices, back, postNotices), announceNotices(Object.keys(notices))];
/** As the queue does it. */
export const send = deliverMail(letters);
/** Late enough for whatever comes at once, after any quiet hours. */
const LATER = 14 * 3_600_000;

const outbox = () => path.join(process.env.DATA_DIR ?? "", "outbox");
const decoded = (raw: string) => raw.replace(/=\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());

export type Mail = { event: string; to: string; subject: string; text: string };

/** The mails about these events, in the order of the events: those of the portal's own (a way in, a password), and those of notifications. */
const mailsOf = async (events: { id: string; name: string }[]): Promise<Mail[]> => {
  const all = existsSync(outbox()) ? readdirSync(outbox()).filter((file) => file.endsWith(".eml")).sort() : [];
  const postings = await db.posting.findMany({ where: { notification: { eventId: { in: events.map(({ id }) => id) } } }, select: { mailId: true, notification: { select: { eventId: true } } } });
  return events.flatMap(({ id, name }) => {
    const mails = [id, ...postings.flatMap(({ mailId, notification }) => (mailId && notification.eventId === id ? [mailId] : []))];
    return all
      .filter((file) => mails.some((mail) => file.startsWith(mail)))
      .map((file) => {
        const text = decoded(readFileSync(path.join(outbox(), file), "utf8"));
        return { event: name, to: /^To: (.*)$/m.exec(text)?.[1] ?? "", subject: /^Subject: (.*)$/m.exec(text)?.[1] ?? "", text };
      });
  });
};

/** Makes the mails that are due by then, and sends them; each twice, as a job that is tried again does. */
export const sendOut = async (now: Date) => {
  for (let times = 0; times < 2; times++) await postMails(back, now);
  const made = await db.noticeMail.findMany({ where: { sentAt: null }, orderBy: { id: "asc" }, select: { id: true } });
  for (let times = 0; times < 2; times++) for (const { id } of made) await send({ mail: id }, now);
};

/** Carries these events to all reactions, each twice; the mails that come of them wait. */
export const tellOf = async (events: { id: string }[]) => {
  for (let times = 0; times < 2; times++) for (const { id } of events) await react(features, id);
};

/** Carries these events to all reactions and their mails to their readers, each twice, as a job that is tried again does; what waits for someone's return goes when `now` is late enough. */
export const carryOut = async (events: { id: string; name: string }[], now = new Date()): Promise<Mail[]> => {
  await tellOf(events);
  await sendOut(new Date(now.getTime() + LATER));
  return mailsOf(events);
};

/** The same for the event that was recorded last. */
export const carryLatest = async (now?: Date) => carryOut(await db.event.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: 1, select: { id: true, name: true } }), now);

/** Carries every event of `names` (or all) to all reactions of the portal, twice, as a job that is tried again does; returns the mails that came of them. */
export const carry = async (...names: string[]): Promise<Mail[]> => {
  const events = await db.event.findMany({ where: names.length > 0 ? { name: { in: names } } : {}, orderBy: { id: "asc" }, select: { id: true, name: true } });
  return carryOut(events);
};

/** The last part of the link in a mail. */
export const linkIn = (mails: Mail[], page: string) => {
  const found = mails.flatMap(({ text }) => new RegExp(`/${page}/([\\w-]{20,})`).exec(text)?.[1] ?? []).at(-1);
  if (!found) throw new Error(`no link to /${page}/ in ${mails.length} mails`);
  return found;
};
