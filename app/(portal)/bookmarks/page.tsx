import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BookmarkRows } from "@/components/discussions/bookmark-rows";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listMyBookmarks } from "@/lib/discussions/bookmarks/queries";
import { requireActor } from "@/lib/platform/session";

const here = "/bookmarks" as Route;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussions.bookmarks"))("title") };
}

export default async function BookmarksPage({ searchParams }: PageProps<"/bookmarks">) {
  const [actor, { after }] = [await requireActor(), await searchParams];
  const [t, locale, { items, next }] = await Promise.all([getTranslations("discussions.bookmarks"), getLocale(), listMyBookmarks(actor, { after: typeof after === "string" ? after : undefined })]);
  return (
    <>
      <PageHead title={t("title")} deck={t("deck")} />
      {items.length > 0 ? <BookmarkRows rows={items} language={locale} /> : <Empty action={<LinkButton href={"/communities" as Route}>{t("toCommunities")}</LinkButton>}>{t("none")}</Empty>}
      <Pager newest={after ? { href: here, label: t("first") } : undefined} older={next ? { href: `${here}?after=${next}` as Route, label: t("older") } : undefined} />
    </>
  );
}
