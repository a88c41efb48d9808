import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Dot, Row, Rows } from "@/components/ui/rows";
import { AsideBlock, Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { PersonPost, PersonView } from "@/lib/people/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { useLanguageName } from "./language-names";
import { knowsHref, personHref } from "./people-rows";

/** Words that lead to everyone who knows the same. */
function Known({ words }: { words: readonly string[] }) {
  return (
    <ul className="known">
      {words.map((word) => (
        <li key={word}>
          <a href={knowsHref(word)}>{word}</a>
        </li>
      ))}
    </ul>
  );
}

/** What someone says of themselves. */
export function PersonText({ person: { name, about, knows, wants }, own }: { person: PersonView; own: boolean }) {
  const t = useTranslations("people.person");
  return (
    <>
      {about && <p className="person-about">{about}</p>}
      <Section title={t("knows")}>{knows.length > 0 ? <Known words={knows} /> : <p className="quiet">{own ? t("sayKnows") : t("noKnows", { name })}</p>}</Section>
      {wants.length > 0 && (
        <Section title={t("wants")}>
          <Known words={wants} />
        </Section>
      )}
    </>
  );
}

/** What someone wrote last, where the reader reads too. */
export function PersonPosts({ posts, name }: { posts: readonly PersonPost[]; name: string }) {
  const t = useTranslations("people.person");
  const spoken = useLocale();
  return (
    <Section title={t("posts")}>
      {posts.length === 0 ? (
        <p className="quiet">{t("noPosts", { name })}</p>
      ) : (
        <Rows>
          {posts.map(({ id, discussionId, slug, community, title, language, isReply, at }) => (
            <Row
              key={id}
              href={`/communities/${slug}/discussions/${discussionId}${isReply ? `#reply-${id}` : ""}` as Route}
              title={title}
              lang={language === spoken ? undefined : language}
              meta={
                <>
                  <span className="kind">{t(isReply ? "replied" : "started")}</span>
                  <Dot />
                  {community}
                </>
              }
              last={<Time at={at} />}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

type MarginProps = { person: PersonView; communities: readonly { slug: string; name: string; leads: boolean }[] };

export function PersonMargin({ person, communities }: MarginProps) {
  const t = useTranslations("people.person");
  const format = useFormat();
  const named = useLanguageName();
  const { handle, languages, manager, headOf, joinedAt, timeZone } = person;
  return (
    <>
      <AsideBlock title={t("facts")}>
        <ul className="pairs">
          <li>
            <span>{t("handle")}</span>
            <span>@{handle}</span>
          </li>
          {languages.length > 0 && (
            <li>
              <span>{t("languages")}</span>
              <span>{format.list(languages.map(named))}</span>
            </li>
          )}
          {timeZone && (
            <li>
              <span>{t("timeZone")}</span>
              <span>{timeZone.replaceAll("_", " ")}</span>
            </li>
          )}
          {manager && (
            <li>
              <span>{t("manager")}</span>
              <span>
                <a href={personHref(manager.handle)}>{manager.name}</a>
              </span>
            </li>
          )}
          {headOf.length > 0 && (
            <li>
              <span>{t("headOf")}</span>
              <span>{format.list(headOf.map(({ name }) => name))}</span>
            </li>
          )}
          {joinedAt && (
            <li>
              <span>{t("since")}</span>
              <span>{format.day(joinedAt)}</span>
            </li>
          )}
        </ul>
      </AsideBlock>
      {communities.length > 0 && (
        <AsideBlock title={t("communities")}>
          <ul>
            {communities.map(({ slug, name, leads }) => (
              <li key={slug}>
                <a href={`/communities/${slug}`}>{name}</a>
                {leads && <span className="quiet"> {t("leads")}</span>}
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
    </>
  );
}
