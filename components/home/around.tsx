import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Aside, AsideBlock } from "@/components/ui/section";
import type { Newcomer, Voice } from "@/lib/home/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { useWho } from "./use-who";

/** The margin of home: a story from somewhere else, and who has started. */
export function Around({ story, newcomers }: { story: Voice | undefined; newcomers: readonly Newcomer[] }) {
  const t = useTranslations("home.around");
  return (
    <Aside label={t("label")}>
      {story && <Story story={story} />}
      {newcomers.length > 0 && (
        <AsideBlock title={t("new")}>
          {newcomers.map((person) => (
            <NewColleague key={person.handle} person={person} />
          ))}
          <p>
            <a href={"/people" as Route}>{t("people")}</a>
          </p>
        </AsideBlock>
      )}
    </Aside>
  );
}

function Story({ story: { id, slug, title, language, author } }: { story: Voice }) {
  const t = useTranslations("home.around");
  const [locale, nameOf] = [useLocale(), useWho()];
  return (
    <AsideBlock title={t("story")}>
      <p>
        <a href={`/communities/${slug}/discussions/${id}` as Route} lang={language === locale ? undefined : language}>
          {title}
        </a>
      </p>
      <p>{t("by", { who: nameOf(author.name, author.unit) })}</p>
    </AsideBlock>
  );
}

const SAID = 2;

function NewColleague({ person: { handle, name, unit, knows, wants } }: { person: Newcomer }) {
  const t = useTranslations("home.around");
  const format = useFormat();
  const some = (words: string[]) => format.list(words.slice(0, SAID));
  return (
    <p>
      <strong>
        <a href={`/people/${handle}` as Route}>{name}</a>
      </strong>
      {unit && `, ${unit}.`} {knows.length > 0 && t("knows", { list: some(knows) })} {wants.length > 0 && t("wants", { list: some(wants) })}
    </p>
  );
}
