import "server-only";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Happened, Reaction, Reactions } from "@/lib/platform/events";
import { sendMail } from "@/lib/platform/mail/send";
import { derivedToken, hashToken } from "@/lib/platform/token";

type Reader = { name: string | null; email: string | null; locale: string | null };

/** In the reader's language, else the organisation's. */
const wordsFor = async (tx: Tx, reader: Reader) => {
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { name: true, locale: true, timeZone: true } });
  const locale: Locale = [reader.locale, organisation?.locale].find(isLocale) ?? "en";
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: organisation?.timeZone ?? "UTC" });
  return { t: await translatorFor(locale, "mails"), locale, organisation: organisation?.name ?? "Stepwell", when: (at: Date) => day.format(at) };
};
type Words = Awaited<ReturnType<typeof wordsFor>>;

const page = (path: string) => `${env().NEXTAUTH_URL}${path}`;
const token = (purpose: string, id: string) => derivedToken(env().NEXTAUTH_SECRET, purpose, id);

type Envelope = { id: string; to: string | null | undefined; words: Words; subject: string };

/** A mail of a few paragraphs, signed by the organisation; the same id for the same mail, so that a second try is no second mail. */
const write = async ({ id, to, words: { t, organisation, locale }, subject }: Envelope, ...paragraphs: string[]) => {
  if (to) await sendMail({ id, to, subject, locale, text: [...paragraphs, t("signature", { organisation })].join("\n\n") });
};

const person = (tx: Tx, id: string) => tx.user.findFirst({ where: { id, closedAt: null }, select: { name: true, handle: true, email: true, locale: true } });

const invitation: Reaction = async (tx, { id, payload }) => {
  if (payload.byCode) return;
  const found = await tx.invitation.findFirst({
    where: { id: String(payload.invitationId), usedAt: null },
    select: { id: true, expiresAt: true, invitedBy: { select: { name: true } }, user: { select: { name: true, email: true, locale: true } } },
  });
  if (!found) return;
  const words = await wordsFor(tx, found.user);
  const { t, organisation, when } = words;
  const by = found.invitedBy?.name ?? organisation;
  const link = page(`/invitation/${token("invitation", found.id)}`);
  await write({ id, to: found.user.email, words, subject: t("invitation.subject", { organisation }) }, t("hello", { name: found.user.name ?? "" }), t("invitation.what", { by, organisation }), t("invitation.how"), link, t("lasts", { until: when(found.expiresAt) }));
};

const reset: Reaction = async (tx, { id, payload }) => {
  const link = token("reset", String(payload.nonce));
  const found = await tx.passwordReset.findFirst({ where: { tokenHash: hashToken(link), usedAt: null }, select: { expiresAt: true, user: { select: { name: true, email: true, locale: true } } } });
  if (!found) return;
  const words = await wordsFor(tx, found.user);
  const { t, when } = words;
  await write({ id, to: found.user.email, words, subject: t("reset.subject") }, t("hello", { name: found.user.name ?? "" }), t("reset.how"), page(`/reset/${link}`), t("lasts", { until: when(found.expiresAt) }), t("reset.ignore"));
};

const passwordChanged: Reaction = async (tx, { id, subjectId, at }) => {
  const reader = await person(tx, subjectId);
  if (!reader) return;
  const words = await wordsFor(tx, reader);
  await write({ id, to: reader.email, words, subject: words.t("password.subject") }, words.t("hello", { name: reader.name ?? "" }), words.t("password.what", { when: words.when(at) }), words.t("notYou", { link: page("/forgot") }));
};

/** The link goes to the new address; the old one hears of it. */
const emailAsked: Reaction = async (tx, { id, payload }) => {
  const link = token("email", String(payload.nonce));
  const found = await tx.emailChange.findFirst({ where: { tokenHash: hashToken(link), usedAt: null }, select: { email: true, expiresAt: true, user: { select: { name: true, email: true, locale: true } } } });
  if (!found) return;
  const words = await wordsFor(tx, found.user);
  const { t, when } = words;
  const hello = t("hello", { name: found.user.name ?? "" });
  await write({ id: `${id}-new`, to: found.email, words, subject: t("emailAsked.subject") }, hello, t("emailAsked.how"), page(`/settings/email/${link}`), t("lasts", { until: when(found.expiresAt) }));
  await write({ id: `${id}-old`, to: found.user.email, words, subject: t("emailChanging.subject") }, hello, t("emailChanging.what", { email: found.email }), t("notYou", { link: page("/forgot") }));
};

/** Both addresses hear that one has taken the other's place, whoever did it. */
const emailChanged = async (tx: Tx, { id, subjectId, payload, at }: Happened) => {
  const reader = await person(tx, subjectId);
  if (!reader) return;
  const words = await wordsFor(tx, reader);
  const { t, when } = words;
  const says = [t("hello", { name: reader.name ?? "" }), t("emailChanged.what", { email: reader.email ?? t("emailChanged.none"), when: when(at) }), t("emailChanged.ask")];
  const before = typeof payload.before === "string" ? payload.before : null;
  for (const [place, to] of [before, reader.email].entries()) await write({ id: `${id}-${place}`, to, words, subject: t("emailChanged.subject") }, ...says);
};

const tokenMade: Reaction = async (tx, { id, payload, at }) => {
  const reader = await person(tx, String(payload.userId));
  if (!reader) return;
  const words = await wordsFor(tx, reader);
  const { t, when } = words;
  await write({ id, to: reader.email, words, subject: t("token.subject") }, t("hello", { name: reader.name ?? "" }), t("token.what", { name: String(payload.name), when: when(at) }), t("token.ask", { link: page("/settings/tokens") }));
};

export const reactions: Reactions = {
  "person.invited": invitation,
  "invitation.renewed": invitation,
  "password.reset-asked": reset,
  "password.changed": passwordChanged,
  "password.reset": passwordChanged,
  "email.change-asked": emailAsked,
  "email.changed": emailChanged,
  "email.set": emailChanged,
  "token.made-for": tokenMade,
};
