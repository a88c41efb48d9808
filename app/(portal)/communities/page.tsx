import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { CommunityRows } from "@/components/communities/community-rows";
import { Seek } from "@/components/communities/seek";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { listOtherCommunities, listOwnCommunities } from "@/lib/communities/queries";
import { ListCommunities } from "@/lib/communities/schema";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.list"))("title") };
}

export default async function CommunitiesPage({ searchParams }: PageProps<"/communities">) {
  const actor = await requireActor();
  const filter = ListCommunities.parse(await searchParams);
  const [t, own, others] = await Promise.all([
    getTranslations("communities.list"),
    filter.after ? [] : listOwnCommunities(actor, filter),
    listOtherCommunities(actor, filter),
  ]);
  const { q, language, archived, after } = filter;
  const here = (more: Record<string, string>) => `/communities?${new URLSearchParams({ ...(q && { q }), ...(language && { language }), ...(archived && { archived }), ...more })}` as Route;
  const groups = [
    { title: t("invited"), rows: own.filter((row) => !row.role) },
    { title: t("mine"), rows: own.filter((row) => row.role) },
    { title: archived ? t("archived") : t("others"), rows: others.items },
  ].filter(({ rows }) => rows.length > 0);
  const found = (
    <LinkButton href={"/communities/new" as Route} look="primary" icon="plus">
      {t("found")}
    </LinkButton>
  );
  return (
    <Still>
      <PageHead title={t("titleMine", { count: actor.memberOf.length })} deck={t("deck")} actions={found} />
      <Seek chosen={filter} />
      {groups.map(({ title, rows }) => (
        <Section key={title} title={title} count={rows === others.items ? undefined : rows.length}>
          <CommunityRows rows={rows} />
        </Section>
      ))}
      {groups.length === 0 && <Empty action={q || language ? <LinkButton href={"/communities" as Route}>{t("all")}</LinkButton> : !archived && found}>{t(q || language ? "noneFound" : archived ? "noArchived" : "noneAtAll")}</Empty>}
      <Pager
        newest={after ? { href: here({}), label: t("first") } : undefined}
        older={others.next ? { href: here({ after: others.next }), label: t("more") } : undefined}
      />
    </Still>
  );
}
