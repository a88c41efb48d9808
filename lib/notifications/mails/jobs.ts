import "server-only";
import { actorById, system } from "@/lib/platform/actors";
import type { Clocks } from "@/lib/platform/jobs";
import type { Letters } from "@/lib/platform/letters";
import { sendMail } from "@/lib/platform/mail/send";
import { sheetHtml, sheetText } from "@/lib/platform/mail/sheet";
import { dropMail, forgetSent, giveUpMail, keepSent, planMails } from "./commands";
import { getReader, getUnsent, listReadersDue, listToMail, listUnsent } from "./queries";
import { isStale } from "./rules";
import { composeMail } from "./sheets/queries";

/** When someone who is away is back; null: they are here. */
type Waits = (userId: string, now: Date) => Promise<Date | null>;

/** Makes the mails that are due, and plans anew what no server has taken for too long. */
export const postMails = async (back: Waits, now: Date) => {
  for (const mail of await listUnsent(system, now)) if (isStale(mail, now)) await giveUpMail(system, { id: mail.id, now });
  for (const userId of await listReadersDue(system, now)) await planMails(system, { userId, now, back: await back(userId, now) });
};

/**
 * Sends one mail. What its reader may see is asked now, not when it was made; what is left is said, or nothing. A mail that a server
 * did not take is an error, and the job is tried again: under the same Message-ID, so that one that was taken without a word is seen once.
 */
export const deliverMail =
  (letters: Letters) =>
  async ({ mail: id }: { mail?: string }, now = new Date()) => {
    const mail = id ? await getUnsent(system, id) : null;
    if (!mail) return;
    if (isStale(mail, now)) return void (await giveUpMail(system, { id: mail.id, now }));
    const [actor, reader] = [await actorById(mail.userId), await getReader(system, mail.userId)];
    const notices = actor && reader ? await listToMail(actor, mail.ids) : [];
    const sheet = actor && reader && (await composeMail(actor, reader, notices, mail.digest, letters));
    if (!sheet) return void (await dropMail(system, { id: mail.id, now }));
    await sendMail({ to: reader.email, subject: sheet.subject, text: sheetText(sheet), html: sheetHtml(sheet), locale: reader.locale, leave: sheet.leave, id: mail.id });
    await keepSent(system, { id: mail.id, now });
  };

export const mailClocks = (back: Waits): Clocks => ({
  "notice-mails": { cron: "* * * * *", run: (now) => postMails(back, now) },
  "sent-mails": { cron: "41 3 * * *", run: async (now) => void (await forgetSent(system, { before: new Date(now.getTime() - 30 * 86_400_000) })) },
});
