import { useLocale, useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/platform/i18n/locale";

/** For those who are not signed in: the languages by their own names. A plain form; the choice is kept in a cookie. */
export function LanguageChoice() {
  const t = useTranslations("shell");
  const spoken = useLocale();
  return (
    <form action="/api/taste" method="post" aria-label={t("language")}>
      {locales.map((locale) => (
        <button key={locale} name="locale" value={locale} lang={locale} aria-pressed={locale === spoken}>
          {localeNames[locale]}
        </button>
      ))}
    </form>
  );
}
