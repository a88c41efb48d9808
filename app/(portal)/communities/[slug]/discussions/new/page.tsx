import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { StartForm } from "@/components/discussions/start-form";
import { PageHead } from "@/components/ui/page-head";
import { mayWriteIn } from "@/lib/communities/policy";
import { getCommunity } from "@/lib/communities/queries";
import { listTags } from "@/lib/communities/tags/queries";
import { getDrafts } from "@/lib/drafts/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/new">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("discussions.list"))("ask") };
}

export default async function NewDiscussionPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community?.mayRead) notFound();
  const { slug, name } = community;
  if (!mayWriteIn(actor, community)) redirect(`/communities/${slug}` as Route);
  const [t, { kind }, tags, drafts] = await Promise.all([getTranslations("discussions.form"), searchParams, listTags(actor, slug), getDrafts(actor, [`discussion:${slug}`])]);
  return (
    <>
      <PageHead crumbs={[{ href: `/communities/${slug}` as Route, label: name }]} title={t("askTitle", { community: name })} />
      <Words of={["discussions", "writing"]}>
        <StartForm community={slug} tags={tags.map((tag) => tag.name)} kind={typeof kind === "string" ? kind : undefined} idempotencyKey={randomUUID()} draft={drafts[`discussion:${slug}`]} />
      </Words>
    </>
  );
}
