import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Dot, Row, Rows, Tags } from "@/components/ui/rows";
import { Time } from "@/components/ui/time";
import { useFormat } from "@/lib/platform/i18n/format";
import { closesAt } from "@/lib/discussions/rules";
import type { DiscussionRow } from "@/lib/discussions/queries";
import { useAuthorName } from "./author";

export const discussionHref = (slug: string, id: string) => `/communities/${slug}/discussions/${id}` as Route;
export const tagHref = (slug: string, tag: string) => `/communities/${slug}?tag=${encodeURIComponent(tag)}` as Route;

/** How many answers there are is what one wants to know of a question first. */
const useTally = () => {
  const t = useTranslations("discussions.list");
  return ({ kind, replyCount: count, accepted }: DiscussionRow) => {
    const question = kind === "QUESTION";
    const word = accepted ? t("accepted") : question ? t("answers", { count }) : t("replies", { count });
    const tone = accepted ? ("ok" as const) : question && count === 0 ? ("none" as const) : undefined;
    return { n: count, word, tone, ...(accepted && { spoken: `${t("answers", { count })}, ` }) };
  };
};

type Listed = DiscussionRow & { slug: string; community?: string };

/** Discussions as rows; those of several communities name theirs. */
export function DiscussionRows({ language, rows }: { language: string; rows: readonly Listed[] }) {
  const tally = useTally();
  const mark = useMark();
  const hidden = useTranslations("discussions.page")("hiddenTitle");
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          href={discussionHref(row.slug, row.id)}
          title={row.title || hidden}
          lang={row.language === language || !row.title ? undefined : row.language}
          tally={tally(row)}
          isNew={row.unseen}
          mark={mark(row)}
          meta={<Meta row={row} />}
          last={<LastVoice row={row} />}
        />
      ))}
    </Rows>
  );
}

/** A pin or a lock before the title; what is both shows the pin. */
const useMark = () => {
  const t = useTranslations("discussions.list");
  return ({ pinned, closedAt }: DiscussionRow) => {
    if (pinned) return { icon: "pin", label: t("pinned") } as const;
    return closedAt ? ({ icon: "lock", label: t("closed") } as const) : undefined;
  };
};

function Meta({ row }: { row: Listed }) {
  const t = useTranslations("discussions");
  const format = useFormat();
  const name = useAuthorName()(row.author);
  const closing = closesAt(row);
  return (
    <>
      <span className="kind">{t(`kinds.${row.kind}`)}</span>
      <Dot />
      {row.author.unit ? (
        <>
          {name}
          <span className="u">, {row.author.unit}</span>
        </>
      ) : (
        name
      )}
      , <Time at={row.createdAt} />
      {row.community && (
        <>
          <Dot />
          <a href={`/communities/${row.slug}` as Route}>{row.community}</a>
        </>
      )}
      {closing && (
        <>
          <Dot />
          <span className="due">{t("list.closes", { when: format.ago(closing) })}</span>
        </>
      )}
      {row.neededBy && (
        <>
          <Dot />
          <span className="due">{t("list.needed", { day: format.day(row.neededBy) })}</span>
        </>
      )}
      {row.tags.length > 0 && (
        <>
          <Dot />
          <Tags list={row.tags.map((tag) => ({ name: tag, href: tagHref(row.slug, tag) }))} />
        </>
      )}
    </>
  );
}

function LastVoice({ row }: { row: DiscussionRow }) {
  const t = useTranslations("discussions.list");
  if (row.replyCount === 0) return row.kind === "QUESTION" ? <b className="due">{t("noAnswer")}</b> : t("noReply");
  return (
    <>
      <b>{row.lastReplier}</b>
      <span className="sep" />
      <Time at={row.lastActivityAt} />
    </>
  );
}
