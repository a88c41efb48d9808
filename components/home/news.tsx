import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { byPlace } from "@/lib/home/rules";
import type { Voice } from "@/lib/home/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { useWho } from "./use-who";

const MOST = 9;

type NewsProps = { rows: readonly Voice[]; /** How many discussions of each place have something new. */ unread: ReadonlyMap<string, number> };

/** What is new where the reader belongs, by place; where all is read, what was said last. */
export function News({ rows, unread }: NewsProps) {
  const t = useTranslations("home.news");
  const places = byPlace(rows, MOST);
  const fresh = rows.some(({ unseen }) => unseen);
  return (
    <Section title={t(fresh ? "title" : "lately")}>
      <div className="news">
        {places.map((voices) => (
          <NewsOf key={voices[0]?.slug} voices={voices} count={unread.get(voices[0]?.slug ?? "") ?? 0} />
        ))}
      </div>
    </Section>
  );
}

function NewsOf({ voices, count }: { voices: readonly Voice[]; count: number }) {
  const t = useTranslations("home.news");
  const kinds = useTranslations("discussions.kinds");
  const [format, locale, nameOf] = [useFormat(), useLocale(), useWho()];
  const [first] = voices;
  if (!first) return null;
  const why = ({ kind, replyCount, lastReplier, author, createdAt, at }: Voice) =>
    replyCount > 0 && lastReplier ? t("replied", { who: lastReplier, when: format.ago(at) }) : t("begun", { kind: kinds(kind), who: nameOf(author.name), when: format.ago(createdAt) });
  return (
    <div>
      <h3>
        <a href={`/communities/${first.slug}` as Route}>{first.community}</a>
        {count > 0 && <span>{t("count", { count })}</span>}
      </h3>
      <ul>
        {voices.map((voice) => (
          <li key={voice.id}>
            <a href={`/communities/${voice.slug}/discussions/${voice.id}` as Route} lang={voice.language === locale ? undefined : voice.language}>
              {voice.title}
            </a>
            <span>{why(voice)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
