import type { Entry, Interest, Rhythm } from "@/lib/generated/prisma/enums";

/** Names as the API and the forms say them. They and the limits stand here, where a form in the browser finds them without the whole of zod. */
export const entries = ["open", "request", "private"] as const;
export type EntryName = (typeof entries)[number];
export const rhythms = ["weekly", "fortnightly", "monthly", "quarterly"] as const;
export type RhythmName = (typeof rhythms)[number];
export const interests = ["do-this", "interested"] as const;
export type InterestName = (typeof interests)[number];
export const languages = ["en", "es", "sv", "pl", "ru"] as const;

export const NAME_LIMIT = 80;
export const DOMAIN_LIMIT = 300;
export const TEXT_LIMIT = 1000;
export const LINE_LIMIT = 200;

export const toEntry = (name: EntryName) => name.toUpperCase() as Entry;
export const fromEntry = (entry: Entry) => entry.toLowerCase() as EntryName;
export const toRhythm = (name: RhythmName) => name.toUpperCase() as Rhythm;
export const fromRhythm = (rhythm: Rhythm) => rhythm.toLowerCase() as RhythmName;
export const toInterest = (name: InterestName) => name.toUpperCase().replace("-", "_") as Interest;
export const fromInterest = (interest: Interest) => interest.toLowerCase().replace("_", "-") as InterestName;

/** Letters that are neither mistaken for others nor make words. */
const letters = "bcdfghjkmnpqrstvwxz";
const figures = "23456789";
const SUFFIX = 6;

/**
 * Six random characters with at least one figure among them: the end of a private community's address.
 * @param draw a whole number from 0 up to, not including, its argument
 */
export const privateSuffix = (draw: (below: number) => number) => {
  const all = letters + figures;
  const drawn = Array.from({ length: SUFFIX }, () => all[draw(all.length)] ?? "");
  drawn[draw(SUFFIX)] = figures[draw(figures.length)] ?? "";
  return drawn.join("");
};

/**
 * Whether an address could be a private community's: nobody else may take such a one, so that an address that is
 * refused as taken is never a private one (quality, Security 12).
 */
export const looksPrivate = (slug: string) => /-(?=[a-z]*\d)[a-z0-9]{6}$/.test(slug);

/** Addresses under `/communities` that are pages of the portal. */
const pages = ["new"];
export const isReserved = (slug: string) => pages.includes(slug) || looksPrivate(slug);

/** The addresses to try for a name that has been made an address, the plain one first. */
export const slugsFor = (base: string) => {
  const stem = base || "community";
  const all = [stem, ...Array.from({ length: 50 }, (_, n) => `${stem}-${n + 2}`)];
  return all.filter((slug) => !isReserved(slug));
};
