import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommunityHead } from "@/components/communities/community-head";
import { TagRows } from "@/components/communities/tag-rows";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { getCommunity } from "@/lib/communities/queries";
import { mayCurate } from "@/lib/communities/tags/policy";
import { listTags } from "@/lib/communities/tags/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/tags">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const community = await getCommunity(await requireActor(), (await params).slug);
  return { title: community?.mayRead ? (await getTranslations("communities.tagsPage"))("title", { community: community.name }) : undefined };
}

export default async function TagsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community?.mayRead) notFound();
  const [t, tags, { edit }] = await Promise.all([getTranslations("communities.tagsPage"), listTags(actor, community.slug), searchParams]);
  return (
    <Still>
      <CommunityHead community={community} current={null} />
      <Words of={["communities"]}>
        <Section title={t("heading")} count={tags.length}>
          <p>{t("deck")}</p>
          {tags.length === 0 && <Empty>{t("none")}</Empty>}
          <TagRows slug={community.slug} tags={tags} editing={typeof edit === "string" ? edit : undefined} curating={mayCurate(actor, { communityId: community.id })} />
        </Section>
      </Words>
    </Still>
  );
}
