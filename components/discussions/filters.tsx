import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Filters } from "@/components/ui/tabs";
import type { ListFilter } from "@/lib/discussions/schema";

type Chosen = Pick<ListFilter, "kind" | "sort" | "mine" | "tag">;

type FiltersProps = { slug: string; chosen: Chosen; /** Of the tag, how much is new. */ unread?: number | undefined; /** What can be done with the tag. */ children?: ReactNode };

/** What there is to see of a community's discussions, as words; the order beside it. A tag that was chosen can be let go. */
export function DiscussionFilters({ slug, chosen: { kind, sort, mine, tag }, unread = 0, children }: FiltersProps) {
  const t = useTranslations("discussions.list");
  const at = (query: Record<string, string>) => {
    const said = new URLSearchParams({ ...query, ...(tag && { tag }) }).toString();
    return `/communities/${slug}${said && `?${said}`}` as Route;
  };
  const plain = !kind && !mine && sort !== "unanswered";
  return (
    <>
      <Filters
        label={t("filters")}
        list={[
          { href: at({}), label: t("all"), current: plain },
          { href: at({ kind: "question" }), label: t("questions"), current: kind === "question" },
          { href: at({ sort: "unanswered" }), label: t("unanswered"), current: sort === "unanswered" },
          { href: at({ kind: "story" }), label: t("stories"), current: kind === "story" },
          { href: at({ kind: "idea" }), label: t("ideas"), current: kind === "idea" },
          { href: at({ mine: "1" }), label: t("mine"), current: mine === "1" },
        ]}
      >
        {sort !== "unanswered" && (
          <p className="pick">
            {sort === "newest" ? <a href={at({ ...(kind && { kind }), ...(mine && { mine }) })}>{t("activity")}</a> : <a href={at({ sort: "newest", ...(kind && { kind }), ...(mine && { mine }) })}>{t("newest")}</a>}
          </p>
        )}
      </Filters>
      {tag && (
        <div className="chosen">
          <span>{t("tagged", { tag })}</span>
          {unread > 0 && <b>{t("taggedNew", { count: unread })}</b>}
          <a href={`/communities/${slug}` as Route}>{t("everything")}</a>
          {children}
        </div>
      )}
    </>
  );
}
