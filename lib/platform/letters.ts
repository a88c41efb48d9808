import "server-only";
import { createHash } from "node:crypto";
import { db, type ReadTx, type Tx } from "./db";
import { env } from "./env";
import { findEvent, type Happened, type Reaction, type Reactions } from "./events";
import { isLocale, type Locale } from "./i18n/locale";
import { send, sendAll } from "./jobs";
import { sendMail } from "./mail/send";

export type Reader = { id: string; name: string; locale: Locale };
/** Paragraphs; the signature is added. */
type Said = { subject: string; text: string[] };
export type Letter = {
  /** It asks something of its reader: while they are away it waits. */
  asks?: true;
  /** Whom it goes to: asked when the event has happened, and again when the letter is sent, so that nobody hears of what they may no longer see. */
  to: (tx: ReadTx, event: Happened) => Promise<string[]>;
  /** Null: there is nothing left to say. `page` makes an address of ours from a path. */
  write: (tx: ReadTx, event: Happened, reader: Reader, page: (path: string) => string) => Promise<Said | null>;
};
/** By the name of the event that they tell of. */
export type Letters = Record<string, Letter>;

type Posted = { event: string; to: string };

/** The same for the same letter, so that a reaction that runs again posts nothing twice; one that waited is another job. */
const jobId = ({ event, to }: Posted, waited = "") => {
  const hash = createHash("sha256").update(`${event} ${to} ${waited}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Puts the letters of an event in the post: one job each, so that one address that fails is tried again alone. */
const post =
  ({ to: readers }: Letter): Reaction =>
  async (tx, event) => {
    const all = [...new Set(await readers(tx, event))].map((to) => ({ event: event.id, to }));
    await sendAll(tx, "letter", all, jobId);
  };

export const postAll = (letters: Letters): Reactions => Object.fromEntries(Object.entries(letters).map(([name, letter]) => [name, post(letter)]));

const readerOf = async (tx: ReadTx, id: string) => {
  const person = await tx.user.findFirst({ where: { id, closedAt: null, email: { not: null } }, select: { id: true, name: true, email: true, locale: true } });
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { name: true, locale: true } });
  return person && { ...person, name: person.name ?? "", email: person.email ?? "", locale: [person.locale, organisation?.locale].find(isLocale) ?? ("en" as const), organisation: organisation?.name ?? "Stepwell" };
};

/** When someone who is away is back; null: they are here. */
type Waits = (userId: string, now: Date) => Promise<Date | null>;

/** The work of the queue `letter`: looks again at who may know what now, and sends it in the reader's language; or waits until they are back. */
export const deliver =
  (letters: Letters, back: Waits) =>
  async (posted: Posted, now = new Date()) => {
    const event = await findEvent(posted.event);
    const letter = event && letters[event.name];
    const reader = letter && (await readerOf(db, posted.to));
    if (!reader || !(await letter.to(db, event)).includes(reader.id)) return;
    const until = letter.asks ? await back(reader.id, now) : null;
    if (until) return void (await db.$transaction((tx: Tx) => send(tx, "letter", posted, { startAfter: until, id: jobId(posted, until.toISOString()) })));
    const said = await letter.write(db, event, reader, (path) => `${env().NEXTAUTH_URL}${path}`);
    if (!said) return;
    const text = [...said.text, reader.organisation].join("\n\n");
    await sendMail({ to: reader.email, subject: said.subject, text, locale: reader.locale, id: `${event.id}-${reader.id}` });
  };
