import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Tags } from "@/components/ui/rows";
import { closesAt } from "@/lib/discussions/rules";
import type { DiscussionView } from "@/lib/discussions/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { tagHref } from "./discussion-rows";

/** The state of a discussion in a line of words. */
export function DiscussionState({ discussion, fresh }: { discussion: DiscussionView; /** What is new, and where it begins. */ fresh?: { href: string; count: number } | undefined }) {
  const t = useTranslations("discussions");
  const format = useFormat();
  const { kind, replyCount: count, acceptedReplyId, closedAt, pinnedAt, neededBy, tags, community } = discussion;
  const closing = closesAt(discussion);
  return (
    <>
      {acceptedReplyId && (
        <span className="ok">
          <Icon name="check" small />
          {t("page.answered")}
        </span>
      )}
      <span>{t(`kinds.${kind}`)}</span>
      <span>{t(kind === "QUESTION" ? "page.answers" : "page.replies", { count })}</span>
      {pinnedAt && <span>{t("list.pinned")}</span>}
      {closedAt && <span>{t("list.closed")}</span>}
      {closing && <span className="due">{t("list.closes", { when: format.ago(closing) })}</span>}
      {neededBy && <span className="due">{t("list.needed", { day: format.day(neededBy) })}</span>}
      {fresh && <a href={fresh.href}>{t("page.fresh", { count: fresh.count })}</a>}
      {tags.length > 0 && <Tags list={tags.map((name) => ({ name, href: tagHref(community.slug, name) }))} />}
    </>
  );
}
