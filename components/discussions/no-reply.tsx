import type { Route } from "next";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { DiscussionView } from "@/lib/discussions/queries";

/** Why nothing can be written here, and what to do about it. */
export function NoReply({ discussion: { community, closedAt } }: { discussion: DiscussionView }) {
  const t = useTranslations("discussions.page");
  if (community.archivedAt) return <p className="rest">{t("archived")}</p>;
  if (closedAt) return <p className="rest">{t("closedNow")}</p>;
  return (
    <div className="empty">
      <p>{t("joinToReply")}</p>
      <p className="acts">
        <LinkButton look="primary" href={`/communities/${community.slug}#join` as Route}>
          {t("join", { community: community.name })}
        </LinkButton>
      </p>
    </div>
  );
}
