import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { findEvent } from "@/lib/platform/events";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letters, Reader } from "@/lib/platform/letters";
import type { Item, Sheet } from "@/lib/platform/mail/sheet";
import { type Topic, topicOf } from "../../channels/rules";
import { leaveToken } from "../../leaving/queries";
import type { Leaving } from "../../leaving/rules";
import { hrefOf, kinds } from "../../rules";
import type { Mailed } from "../queries";

type To = Reader & { organisation: string };
type Made = Sheet & { leave: string };

const page = (path: string) => `${env().NEXTAUTH_URL}${path}`;
/** Words of mails, and those by which the portal's own page says why something came. */
const words = async (locale: Reader["locale"]) => ({ t: await translatorFor(locale, "channels"), page: await translatorFor(locale, "notifications") });
type Words = Awaited<ReturnType<typeof words>>;
type T = Words["t"];

const titleOf = ({ discussion, community }: Mailed, t: T) => (discussion ? discussion.title : community?.name) || t("mail.untitled");
const lineOf = (notice: Mailed, t: T) => t(`lines.${notice.kind}`, { who: notice.actor?.name ?? t("mail.someone"), title: titleOf(notice, t) });
const itemOf = (notice: Mailed, { t, page: own }: Words, said: string[] = []): Item => {
  const why = own(`reasons.${notice.reason}`, { tag: notice.tag ?? "", community: notice.community?.name ?? own("noPlace") });
  return { line: lineOf(notice, t), words: said, href: page(hrefOf(notice)), why };
};

/** What a mail of one conversation is left by: the conversation, or, of what asks something, its kind. */
const leavingOf = ({ kind, threadId }: Mailed): Leaving => (kinds[kind].asks || topicOf[kind] === "word" ? { what: "topic", topic: topicOf[kind] } : { what: "thread", threadId });

/** A press in the mail program takes the reader off; the links go to a page that asks. */
const ways = (reader: To) => ({
  press: (leaving: Leaving) => page(`/api/leave/${leaveToken(reader.id, leaving)}`),
  link: (leaving: Leaving) => page(`/leave/${leaveToken(reader.id, leaving)}`),
  topics: (notices: Mailed[], t: T) =>
    [...new Set(notices.map(({ kind }): Topic => topicOf[kind]))].map((topic) => ({ label: t("mail.leaveTopic", { topic: t(`topics.${topic}`) }), href: page(`/leave/${leaveToken(reader.id, { what: "topic", topic })}`) })),
  settings: (t: T) => ({ label: t("mail.settings"), href: page("/settings/notifications") }),
});

/** What is said of an event beyond its line; only events whose notifications the reader still sees come here. */
const saidOf = read(
  (_reader: Actor) => ({}),
  async (_all, tx, letters: Letters, eventId: string, reader: Reader) => {
    const event = await findEvent(eventId);
    return event ? ((await letters[event.name]?.(tx, event, reader)) ?? null) : null;
  },
);

/** One conversation, as soon as it happened. */
const atOnce = async (actor: Actor, reader: To, notices: Mailed[], letters: Letters): Promise<Made | null> => {
  const [first] = notices;
  if (!first) return null;
  const [all, out, leaving] = [await words(reader.locale), ways(reader), leavingOf(first)];
  const { t } = all;
  const said = await Promise.all(notices.map(({ eventId }) => saidOf(actor, letters, eventId, reader)));
  const subject = notices.length === 1 ? (said[0]?.subject ?? lineOf(first, t)) : t("mail.manySubject", { count: notices.length, title: titleOf(first, t) });
  return {
    locale: reader.locale, subject, hello: t("mail.hello", { name: reader.name }), intro: null, signature: reader.organisation,
    parts: [{ title: null, items: notices.map((notice, at) => itemOf(notice, all, said[at]?.text)), links: leaving.what === "thread" ? [{ label: t("mail.leaveThread"), href: out.link(leaving) }] : [] }],
    links: [...out.topics(notices, t), out.settings(t)],
    leave: out.press(leaving),
  };
};

/** What was gathered, by conversation, each with its own way out. */
const digest = async (reader: To, notices: Mailed[]): Promise<Made | null> => {
  const [all, out] = [await words(reader.locale), ways(reader)];
  const { t } = all;
  const threads = [...Map.groupBy(notices, ({ threadId }) => threadId)];
  return {
    locale: reader.locale, subject: t("mail.digestSubject", { count: notices.length }), hello: t("mail.hello", { name: reader.name }), intro: t("mail.digestIntro"), signature: reader.organisation,
    parts: threads.flatMap(([threadId, own]) => (own[0] ? [{ title: titleOf(own[0], t), items: own.map((notice) => itemOf(notice, all)), links: [{ label: t("mail.leaveThread"), href: out.link({ what: "thread", threadId }) }] }] : [])),
    links: [...out.topics(notices, t), { label: t("mail.leaveDigest"), href: out.link({ what: "digest" }) }, out.settings(t)],
    leave: out.press({ what: "digest" }),
  };
};

export const composeMail = (actor: Actor, reader: To, notices: Mailed[], gathered: boolean, letters: Letters) => (notices.length === 0 ? Promise.resolve(null) : gathered ? digest(reader, notices) : atOnce(actor, reader, notices, letters));
