import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import { followCommunityAction, followDiscussionAction, followTagAction } from "@/lib/follows/actions";
import type { Bundle } from "@/lib/notifications/bundles/queries";

type Said = { action: (form: FormData) => Promise<void>; fields: Record<string, string>; children: ReactNode };

const Press = ({ action, fields, children }: Said) => (
  <li>
    <form action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button>{children}</button>
    </form>
  </li>
);

/** Exactly what makes these come, to be had less of: this discussion, this tag, this community. */
export function Change({ bundle: { groups, discussion, community }, title }: { bundle: Bundle; title: string }) {
  const t = useTranslations("notifications.change");
  const [first] = groups;
  if (!first || !community) return null;
  const { slug, name } = community;
  const reasons = new Set(groups.map(({ reason }) => reason));
  const tag = groups.find(({ reason }) => reason === "tag")?.tag;
  return (
    <Menu look="quiet" icon="dots" iconOnly label={t("label", { title })}>
      {discussion && (
        <>
          <Press action={followDiscussionAction} fields={{ id: discussion.id, level: "nothing" }}>
            {t("mute")}
          </Press>
          <Press action={followDiscussionAction} fields={{ id: discussion.id, level: "replies" }}>
            {t("less")}
          </Press>
        </>
      )}
      {tag && (
        <Press action={followTagAction} fields={{ slug, tag, level: "replies" }}>
          {t("tag", { tag })}
        </Press>
      )}
      {reasons.has("community") && (
        <Press action={followCommunityAction} fields={{ slug, level: "replies" }}>
          {t("community", { community: name })}
        </Press>
      )}
      {reasons.has("knows") && (
        <li>
          <a href={"/settings" as Route}>{t("knows")}</a>
        </li>
      )}
      {!discussion && (
        <li>
          <a href={`/communities/${slug}` as Route}>{t("place", { community: name })}</a>
        </li>
      )}
      <li className="gap">
        <a href={"/settings/notifications" as Route}>{t("kinds")}</a>
      </li>
    </Menu>
  );
}
