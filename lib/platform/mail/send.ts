import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { type Env, env } from "../env";
import { letter } from "./letter";

export type Message = {
  to: string;
  subject: string;
  /** Paragraphs apart by an empty line; the HTML is made from them. */
  text: string;
  /** The HTML, where it is more than the paragraphs of the text. */
  html?: string;
  /** Where a mail program may take the reader off at a press (RFC 8058). */
  leave?: string;
  /** The language it is written in. */
  locale?: string;
  /** The same for the same mail: a job that is run again then makes no second file in the outbox, and mail programs see one mail. */
  id?: string;
};

type Settings = Pick<Env, "SMTP_URL" | "MAIL_FROM" | "DATA_DIR" | "NEXTAUTH_URL">;

/** A mail server that does not answer must not hold a job for minutes (milliseconds). */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** Nothing that somebody typed may name a file or an address to be fetched. */
const closed = { disableFileAccess: true, disableUrlAccess: true };

const oneLine = (text: string) => text.replace(/[\r\n\t\0]+/g, " ").trim();

const asMail = ({ to, subject, text, html, leave, locale, id = randomUUID() }: Message, { MAIL_FROM, NEXTAUTH_URL }: Settings): SendMailOptions => ({
  from: MAIL_FROM,
  to: { name: "", address: oneLine(to) },
  subject: oneLine(subject),
  text,
  html: html ?? letter(text, { locale, subject: oneLine(subject) }),
  messageId: `<${id.replace(/[^\w.-]/g, "_")}@${new URL(NEXTAUTH_URL).hostname}>`,
  headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...(locale && { "Content-Language": locale }), ...(leave && { "List-Unsubscribe": `<${leave}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }) },
});

/** Writes the mail into the outbox, whole or not at all; it may hold a link that lets somebody in, so that only the owner reads it. */
const keep = async (mail: SendMailOptions, { DATA_DIR }: Settings, id = `${new Date().toISOString().replace(/[:.]/g, "-")}-${randomUUID()}`) => {
  const folder = join(DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: "unix", ...closed }).sendMail(mail);
  const path = join(folder, `${id.replace(/[^\w.-]/g, "_")}.eml`);
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, message, { mode: 0o600 });
  await rename(draft, path);
};

/** As `sendMail`, with the settings as an argument. */
export const sendWith = async (settings: Settings, message: Message) => {
  const mail = asMail(message, settings);
  if (!settings.SMTP_URL) return keep(mail, settings, message.id);
  const transport = createTransport({ url: settings.SMTP_URL, ...patience, ...closed });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
};

/** Sends a mail through `SMTP_URL`, or writes it into `<DATA_DIR>/outbox` where there is none. Throws when it was not taken: call it from a job, which tries again. */
export const sendMail = (message: Message) => sendWith(env(), message);

/** Whether mails are only kept in the outbox, so that a page can say so. */
export const mailIsKept = () => !env().SMTP_URL;
