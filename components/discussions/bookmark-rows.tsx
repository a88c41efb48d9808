import { useTranslations } from "next-intl";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Dot, Row, Rows } from "@/components/ui/rows";
import { Time } from "@/components/ui/time";
import type { BookmarkRow } from "@/lib/discussions/bookmarks/queries";
import { keepBookmarkAction } from "@/lib/discussions/reactions/actions";
import { postHref } from "@/lib/discussions/rules";
import { useAuthorName } from "./author";

/** What someone has marked for themselves: whose post, where, how it begins; each can be let go. */
export function BookmarkRows({ rows, language }: { rows: readonly BookmarkRow[]; language: string }) {
  const t = useTranslations("discussions");
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          level="h2"
          href={postHref(row.slug, row.discussionId, row.replyId ?? undefined) as Route}
          title={row.title || t("page.hiddenTitle")}
          lang={row.language === language ? undefined : row.language}
          meta={<Meta row={row} />}
          excerpt={row.excerpt}
          last={<LetGo row={row} />}
        />
      ))}
    </Rows>
  );
}

function Meta({ row }: { row: BookmarkRow }) {
  const t = useTranslations("discussions");
  const name = useAuthorName()(row.author);
  return (
    <>
      <span className="kind">{row.replyId ? t("bookmarks.reply") : t(`kinds.${row.kind}`)}</span>
      <Dot />
      {name}
      <Dot />
      <a href={`/communities/${row.slug}` as Route}>{row.community}</a>
      <Dot />
      {t("bookmarks.kept")} <Time at={row.createdAt} />
    </>
  );
}

function LetGo({ row }: { row: BookmarkRow }) {
  const t = useTranslations("discussions.bookmarks");
  return (
    <form className="above" action={keepBookmarkAction} aria-label={t("of", { title: row.title })}>
      <input type="hidden" name="discussionId" value={row.discussionId} />
      <input type="hidden" name="replyId" value={row.replyId ?? ""} />
      <Button type="submit" name="on" value="false" look="bare" small>
        {t("remove")}
      </Button>
    </form>
  );
}
