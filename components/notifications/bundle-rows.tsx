import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dot, Row, Rows } from "@/components/ui/rows";
import { Time } from "@/components/ui/time";
import { markReadAction } from "@/lib/notifications/actions";
import type { Bundle } from "@/lib/notifications/bundles/queries";
import { hrefOf } from "@/lib/notifications/rules";
import { Change } from "./change";
import { useWho } from "./use-who";

/** What was told, a bundle a row: where, who did what, and why the reader hears of it. */
export function BundleRows({ bundles, language }: { bundles: readonly Bundle[]; language: string }) {
  const t = useTranslations("notifications");
  return (
    <Rows>
      {bundles.map((bundle) => {
        const about = bundle.discussion ? { title: bundle.discussion.title || t("hidden"), language: bundle.discussion.language } : bundle.community && { title: bundle.community.name, language: bundle.community.language };
        const [first] = bundle.groups;
        return (
          <Row
            key={bundle.id}
            level="h2"
            href={(first ? hrefOf(first.leads) : "/notifications") as Route}
            title={about?.title ?? t("noPlace")}
            lang={!about || about.language === language ? undefined : about.language}
            isNew={bundle.unread}
            meta={<Lines bundle={bundle} />}
            last={<Acts bundle={bundle} title={about?.title ?? t("noPlace")} />}
          />
        );
      })}
    </Rows>
  );
}

/** Who did what, where, and why the reader hears of the newest. */
function Lines({ bundle: { groups, discussion, community } }: { bundle: Bundle }) {
  const t = useTranslations("notifications");
  const who = useWho();
  const [first] = groups;
  return (
    <>
      {groups.map(({ kind, actors, leads }, place) => (
        <span key={kind}>
          {place > 0 && <Dot />}
          {place === 0 ? <span className="kind">{t(`lines.${kind}`, { who: who(actors) })}</span> : <a href={hrefOf(leads) as Route}>{t(`lines.${kind}`, { who: who(actors) })}</a>}
        </span>
      ))}
      {discussion && community && (
        <>
          <Dot />
          <a href={`/communities/${community.slug}` as Route}>{community.name}</a>
        </>
      )}
      {first && <span className="told-why">{t(`reasons.${first.reason}`, { tag: first.tag ?? "", community: community?.name ?? t("noPlace") })}</span>}
    </>
  );
}

function Acts({ bundle, title }: { bundle: Bundle; title: string }) {
  const t = useTranslations("notifications");
  return (
    <>
      <Time at={bundle.at} />
      <div className="above told-acts">
        {bundle.unread && (
          <form action={markReadAction} aria-label={t("markOf", { title })}>
            <input type="hidden" name="thread" value={bundle.id} />
            <input type="hidden" name="before" value={bundle.at.toISOString()} />
            <Button type="submit" look="bare" small>
              {t("mark")}
            </Button>
          </form>
        )}
        <Change bundle={bundle} title={title} />
      </div>
    </>
  );
}
