import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommunityHead } from "@/components/communities/community-head";
import { ReportList } from "@/components/discussions/reports/report-list";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { mayLead } from "@/lib/communities/policy";
import { getCommunity } from "@/lib/communities/queries";
import { listReports } from "@/lib/discussions/reports/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/reports">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.reports"))("heading") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community || !mayLead(actor, community)) notFound();
  const { after } = await searchParams;
  const [t, { items, next }] = await Promise.all([
    getTranslations("moderation.reports"),
    listReports(actor, { communityId: community.id, after: typeof after === "string" ? after : undefined }),
  ]);
  const here = `/communities/${community.slug}/reports`;
  return (
    <>
      <CommunityHead community={community} current={null} />
      <Words of={["moderation"]}>
        <Section title={t("heading")}>
          <p className="hint">{t("deck")}</p>
          {items.length > 0 ? <ReportList slug={community.slug} list={items} /> : <Empty>{t("none")}</Empty>}
          <Pager older={next ? { href: `${here}?after=${next}` as Route, label: t("older") } : undefined} newest={after ? { href: here as Route, label: t("first") } : undefined} />
        </Section>
      </Words>
    </>
  );
}
