import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { SummaryForm } from "@/components/discussions/moderation/summary-form";
import { PageHead } from "@/components/ui/page-head";
import { maySummarise } from "@/lib/discussions/topics/policy";
import { getTopic } from "@/lib/discussions/topics/queries";
import { summarise } from "@/lib/discussions/topics/rules";
import { getDrafts } from "@/lib/drafts/queries";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/summary">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.summary"))("heading") };
}

export default async function SummaryPage({ params }: Props) {
  const [actor, { id, slug }] = [await requireActor(), await params];
  const topic = isUuid(id) ? await getTopic(actor, id) : null;
  if (!topic || !maySummarise(actor, topic) || !summarise(topic).ok) notFound();
  const { community, title, summary } = topic;
  const href = `/communities/${community.slug}/discussions/${id}`;
  if (community.slug !== slug) redirect(`${href}/summary` as Route);
  const [t, tc, drafts] = await Promise.all([getTranslations("moderation.summary"), getTranslations("discussions.page"), getDrafts(actor, [`summary:${id}`])]);
  return (
    <Words of={["moderation", "writing"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href: href as Route, label: title }]}
        title={t("title", { title })}
      />
      <SummaryForm id={id} summary={summary} community={slug} back={href} idempotencyKey={randomUUID()} draft={drafts[`summary:${id}`]} />
    </Words>
  );
}
