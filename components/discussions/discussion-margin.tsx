import { useTranslations } from "next-intl";
import { Aside, AsideBlock } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { DiscussionView } from "@/lib/discussions/queries";

/** What surrounds a discussion: what came of it, when it was alive. */
export function DiscussionMargin({ discussion }: { discussion: DiscussionView }) {
  const t = useTranslations("discussions.page");
  return (
    <Aside label={t("about")}>
      {discussion.summaryHtml && (
        <AsideBlock title={t("summary")}>
          <div className="prose" dangerouslySetInnerHTML={{ __html: discussion.summaryHtml }} />
        </AsideBlock>
      )}
      <AsideBlock title={t("about")}>
        <ul className="pairs">
          <li>
            <span>{t("started")}</span>
            <Time at={discussion.createdAt} as="day" />
          </li>
          {discussion.replyCount > 0 && (
            <li>
              <span>{t("lastReply")}</span>
              <Time at={discussion.lastActivityAt} />
            </li>
          )}
        </ul>
      </AsideBlock>
    </Aside>
  );
}
