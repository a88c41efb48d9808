import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BundleRows } from "@/components/notifications/bundle-rows";
import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Filters } from "@/components/ui/tabs";
import { getShell } from "@/lib/discussions/readings/queries";
import { markReadAction } from "@/lib/notifications/actions";
import { listBundles } from "@/lib/notifications/bundles/queries";
import { ListNotifications } from "@/lib/notifications/schema";
import { requireActor } from "@/lib/platform/session";

const here = "/notifications" as Route;
const unreadOnly = `${here}?show=unread` as Route;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("name") };
}

export default async function NotificationsPage({ searchParams }: PageProps<"/notifications">) {
  const [actor, query] = [await requireActor(), ListNotifications.parse(await searchParams)];
  const [t, locale, { items, next }, { notifications: count }] = await Promise.all([getTranslations("notifications"), getLocale(), listBundles(actor, query), getShell(actor)]);
  const filter = query.show === "unread" ? unreadOnly : here;
  const newest = items[0]?.at;
  const mark = count > 0 && newest && !query.after && (
    <form action={markReadAction}>
      <input type="hidden" name="all" value="true" />
      <input type="hidden" name="before" value={newest.toISOString()} />
      <Button type="submit">{t("markAll")}</Button>
    </form>
  );
  return (
    <>
      <PageHead title={t("title", { count })} actions={mark} />
      <Filters
        label={t("filters")}
        list={[
          { href: here, label: t("all"), current: query.show === "all" },
          { href: unreadOnly, label: t("unread"), count, current: query.show === "unread" },
        ]}
      />
      {items.length > 0 ? (
        <BundleRows bundles={items} language={locale} />
      ) : (
        <Empty action={query.show === "unread" ? <LinkButton href={here}>{t("showAll")}</LinkButton> : <LinkButton href={"/communities" as Route}>{t("toCommunities")}</LinkButton>}>{t(query.show === "unread" ? "emptyUnread" : "empty")}</Empty>
      )}
      <Pager newest={query.after ? { href: filter, label: t("first") } : undefined} older={next ? { href: `${filter}${query.show === "unread" ? "&" : "?"}after=${next}` as Route, label: t("older") } : undefined} />
    </>
  );
}
