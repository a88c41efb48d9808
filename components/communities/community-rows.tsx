import { useLocale, useTranslations } from "next-intl";
import { Dot, Row, Rows } from "@/components/ui/rows";
import { Time } from "@/components/ui/time";
import type { CommunityRow } from "@/lib/communities/queries";
import { localeNames } from "@/lib/platform/i18n/locale";
import { communityHref } from "./community-head";

const nameOf = (language: string) => Object.entries(localeNames).find(([locale]) => locale === language)?.[1] ?? language;

/** Communities as one scans them: how many belong, what it is about, who comes in, when something was last said. */
export function CommunityRows({ rows }: { rows: readonly CommunityRow[] }) {
  const t = useTranslations("communities");
  const locale = useLocale();
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          level="h3"
          href={communityHref(row.slug)}
          title={row.name}
          lang={row.language === locale ? undefined : row.language}
          tally={{ n: row.memberCount, word: t("members", { count: row.memberCount }) }}
          mark={row.invited && !row.role ? { icon: "mail", label: t("list.invitation") } : undefined}
          meta={<Meta row={row} />}
          excerpt={row.domain}
          last={<Last row={row} />}
        />
      ))}
    </Rows>
  );
}

function Meta({ row }: { row: CommunityRow }) {
  const t = useTranslations("communities");
  return (
    <>
      <span className="kind">{t(`entry.${row.entry}`)}</span>
      <Dot />
      {t(`rhythm.${row.rhythm}`)}
      <Dot />
      <span lang={row.language}>{nameOf(row.language)}</span>
      {row.role === "LEADER" && (
        <>
          <Dot />
          {t("list.youLead")}
        </>
      )}
    </>
  );
}

function Last({ row }: { row: CommunityRow }) {
  const t = useTranslations("communities.list");
  if (row.discussionCount === 0) return t("discussions", { count: 0 });
  return (
    <>
      <b>{t("discussions", { count: row.discussionCount })}</b>
      <span className="sep" />
      <Time at={row.lastActivityAt} />
    </>
  );
}
