import "server-only";
import type { ReadTx } from "./db";
import type { Happened } from "./events";
import { isLocale, type Locale } from "./i18n/locale";

export type Reader = { id: string; name: string; locale: Locale };
/** Paragraphs of a mail about one event, beyond the line that every notification has. */
type Said = { subject: string; text: string[] };
/** Null: there is nothing more to say. Whether its reader may know is asked before. */
export type Letter = (tx: ReadTx, event: Happened, reader: Reader) => Promise<Said | null>;
/** By the name of the event that they tell of. */
export type Letters = Record<string, Letter>;

/** Who gets mail: name, address and language; null where there is no address, or nobody any more. */
export const readerOf = async (tx: ReadTx, id: string) => {
  const person = await tx.user.findFirst({ where: { id, closedAt: null, email: { not: null } }, select: { id: true, name: true, email: true, locale: true, timeZone: true } });
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { name: true, locale: true, timeZone: true } });
  if (!person?.email) return null;
  const locale = [person.locale, organisation?.locale].find(isLocale) ?? ("en" as const);
  return { ...person, name: person.name ?? "", email: person.email, locale, timeZone: person.timeZone ?? organisation?.timeZone ?? "UTC", organisation: organisation?.name ?? "Stepwell" };
};
