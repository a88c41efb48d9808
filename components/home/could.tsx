import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { known } from "@/lib/home/rules";
import type { Voice } from "@/lib/home/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { useWho } from "./use-who";

/** Questions that nobody has answered: about what the reader knows, or where they belong. */
export function CouldAnswer({ rows, knows }: { rows: readonly Voice[]; knows: readonly string[] }) {
  const t = useTranslations("home.could");
  const [format, locale, nameOf] = [useFormat(), useLocale(), useWho()];
  return (
    <Section title={t("title")} count={rows.length}>
      <ul className="ask">
        {rows.map(({ id, slug, title, language, tags, author, createdAt }) => {
          const href = `/communities/${slug}/discussions/${id}` as Route;
          const about = known(tags, knows);
          return (
            <li key={id}>
              <div>
                <h3 className="row-t">
                  <a href={href} lang={language === locale ? undefined : language}>
                    {title}
                  </a>
                </h3>
                <p className="why">
                  {t("why", { who: nameOf(author.name, author.unit), when: format.ago(createdAt) })} {about.length > 0 && <b>{t("knows", { tags: format.list(about) })}</b>}
                </p>
              </div>
              <LinkButton href={`${href}#write` as Route} aria-label={`${t("act")}: ${title}`}>
                {t("act")}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
