import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Dot, Row, Rows } from "@/components/ui/rows";
import { Time } from "@/components/ui/time";
import type { Hit } from "@/lib/search/queries";
import { Marked } from "./marked";

const icons = { discussion: "quote", reply: "reply", community: "communities", person: "people" } as const satisfies Record<Hit["kind"], IconName>;

/** What was found, best first, each with where it stands and its words marked. */
export function Hits({ list }: { list: readonly Hit[] }) {
  const t = useTranslations("search");
  const locale = useLocale();
  return (
    <Rows>
      {list.map((hit) => (
        <Row
          key={hit.id}
          href={hit.url as Route}
          title={<Marked of={hit.title} />}
          lang={hit.language === locale || hit.kind === "person" ? undefined : hit.language}
          mark={{ icon: icons[hit.kind], label: t(`kinds.${hit.kind}`) }}
          meta={<Meta hit={hit} />}
          excerpt={hit.excerpt.length > 0 && <Marked of={hit.excerpt} />}
        />
      ))}
    </Rows>
  );
}

/** The kind has been said with the title to whoever listens. */
function Meta({ hit: { kind, community, author, at, accepted, others } }: { hit: Hit }) {
  const t = useTranslations("search");
  const page = useTranslations("discussions.page");
  const post = kind === "discussion" || kind === "reply";
  return (
    <>
      <span className="kind" aria-hidden="true">{t(`kinds.${kind}`)}</span>
      {accepted && (
        <>
          <Dot />
          <span className="good">
            <Icon name="check" small /> {kind === "reply" ? page("acceptedAnswer") : t("answered")}
          </span>
        </>
      )}
      {post && community && (
        <>
          <Dot />
          <a href={`/communities/${community.slug}`}>{community.name}</a>
        </>
      )}
      {post && (
        <>
          <Dot />
          <Name author={author} />, <Time at={at} />
        </>
      )}
      {others > 0 && (
        <>
          <Dot />
          {t("others", { count: others })}
        </>
      )}
    </>
  );
}

function Name({ author }: { author: Hit["author"] }) {
  const t = useTranslations("discussions.post");
  return author?.name ?? (author?.handle && !author.imported ? t("former") : t("unknown"));
}
