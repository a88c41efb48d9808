import { useTranslations } from "next-intl";
import { Aside, AsideBlock } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { DiscussionView } from "@/lib/discussions/queries";

/** What surrounds a discussion: what came of it, when it was alive. */
type Near = { id: string; title: string; url: string; language: string };

export function DiscussionMargin({ discussion, near, language }: { discussion: DiscussionView; near: readonly Near[]; language: string }) {
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
      {near.length > 0 && (
        <AsideBlock title={t("near")}>
          <ul>
            {near.map((one) => (
              <li key={one.id}>
                <a href={one.url} lang={one.language === language ? undefined : one.language}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </AsideBlock>
      )}
    </Aside>
  );
}
