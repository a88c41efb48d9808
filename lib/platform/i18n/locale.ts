export const locales = ["en", "es", "sv", "pl", "ru"] as const;
export type Locale = (typeof locales)[number];
export const fallbackLocale: Locale = "en";

/** Each language in its own words, as a choice of language lists them. */
export const localeNames: Record<Locale, string> = { en: "English", es: "Español", sv: "Svenska", pl: "Polski", ru: "Русский" };

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The tags of an `Accept-Language` header, the most wanted first; those that are refused (q=0) left out. */
const wanted = (header: string) =>
  header
    .slice(0, 500)
    .split(",")
    .map((part, place) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
      const q = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? 1);
      return { tag, q: Number.isFinite(q) ? q : 0, place };
    })
    .filter(({ tag, q }) => tag && q > 0)
    .sort((a, b) => b.q - a.q || a.place - b.place);

type Hints = { profile?: string | null | undefined; cookie?: string | null | undefined; acceptLanguage?: string | null | undefined };

/**
 * The language to speak with someone: what the profile says, else the cookie of an earlier choice, else the browser's wish.
 * Only the primary language counts ("es-MX" is "es"): none of ours comes in regional editions. Anything unknown is passed over.
 */
export const negotiateLocale = ({ profile, cookie, acceptLanguage }: Hints): Locale => {
  const primary = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
  const asked = [profile, cookie, ...wanted(acceptLanguage ?? "").map(({ tag }) => tag)];
  return asked.map((tag) => tag && primary(tag)).find(isLocale) ?? fallbackLocale;
};
