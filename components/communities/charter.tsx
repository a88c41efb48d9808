import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { CommunityView } from "@/lib/communities/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { localeNames } from "@/lib/platform/i18n/locale";
import { useLanguageOf } from "./community-head";

type Of = { community: CommunityView };
type Said = { term: string; text?: string | undefined; list?: readonly string[] | undefined; lang: string | undefined };

/** One entry of a charter; what is not said says so, in the reader's language. */
function Entry({ term, text, list, lang }: Said) {
  const t = useTranslations("communities.about");
  const empty = list ? list.length === 0 : !text;
  return (
    <>
      <dt>{term}</dt>
      {empty && <dd className="quiet">{t("notSaid")}</dd>}
      {!empty && list && (
        <dd lang={lang}>
          <ul>
            {list.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </dd>
      )}
      {!empty && !list && <dd lang={lang}>{text}</dd>}
    </>
  );
}

/** What a community says of itself, whole, in the three parts it has: domain, community, practice. */
export function Charter({ community }: Of) {
  const t = useTranslations("communities");
  const format = useFormat();
  const { inScope, outOfScope, sampleQuestions, intendedMembers, norms, firstItems, rhythm, entry, language, createdAt } = community;
  const lang = useLanguageOf(language);
  const names: Record<string, string> = localeNames;
  return (
    <>
      <Section title={t("about.domain")}>
        <dl className="charter">
          <Entry term={t("about.inScope")} text={inScope} lang={lang} />
          <Entry term={t("about.outOfScope")} text={outOfScope} lang={lang} />
          <Entry term={t("about.questions")} list={sampleQuestions} lang={lang} />
        </dl>
      </Section>
      <Section title={t("about.community")}>
        <dl className="charter">
          <Entry term={t("about.intendedMembers")} text={intendedMembers} lang={lang} />
          <Entry term={t("about.norms")} text={norms} lang={lang} />
          <Entry term={t("margin.rhythm")} text={t(`rhythm.${rhythm}`)} lang={undefined} />
          <Entry term={t("about.entry")} text={`${t(`entry.${entry}`)}. ${t(`entryHints.${entry}`)}`} lang={undefined} />
          <Entry term={t("about.language")} text={names[language] ?? language} lang={language} />
        </dl>
      </Section>
      <Section title={t("about.practice")}>
        <dl className="charter">
          <Entry term={t("about.firstItems")} list={firstItems} lang={lang} />
        </dl>
        <p className="hint founded">{t("about.founded", { day: format.day(createdAt) })}</p>
      </Section>
    </>
  );
}

/** Names that lead to people. */
export const personHref = (handle: string) => `/people/${encodeURIComponent(handle)}` as Route;
