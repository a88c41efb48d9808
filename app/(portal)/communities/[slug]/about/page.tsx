import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AskToJoin } from "@/components/communities/ask-to-join";
import { Charter } from "@/components/communities/charter";
import { CommunityHead, communityHref } from "@/components/communities/community-head";
import { CommunityMargin } from "@/components/communities/community-margin";
import { Flags } from "@/components/communities/flags";
import { Units } from "@/components/communities/units";
import { Tags } from "@/components/ui/rows";
import { Book, Section } from "@/components/ui/section";
import { mayFlag } from "@/lib/communities/flags/policy";
import { listFlags } from "@/lib/communities/flags/queries";
import { listMemberUnits } from "@/lib/communities/members/queries";
import { mayLead } from "@/lib/communities/policy";
import { getCommunity } from "@/lib/communities/queries";
import { listTags } from "@/lib/communities/tags/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/about">;
const SHOWN = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const community = await getCommunity(await requireActor(), (await params).slug);
  return { title: community ? (await getTranslations("communities.about"))("title", { community: community.name }) : undefined };
}

export default async function AboutPage({ params }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community) notFound();
  const { slug, archivedAt } = community;
  const [t, flags, units, tags] = await Promise.all([
    getTranslations("communities.about"), listFlags(actor, community.id), listMemberUnits(actor, slug), listTags(actor, slug),
  ]);
  return (
    <>
      <CommunityHead community={community} current="about" />
      <Words of={["communities"]}>
        <Book aside={<CommunityMargin community={community} brief />}>
          <AskToJoin community={community} />
          <Charter community={community} />
          <Units units={units} />
          {tags.length > 0 && (
            <Section title={t("tags")} beside={<a href={communityHref(slug, "tags")}>{t("tagsAll")}</a>}>
              <p><Tags list={tags.slice(0, SHOWN).map(({ name }) => ({ name, href: `${communityHref(slug)}?tag=${encodeURIComponent(name)}` as Route }))} /></p>
            </Section>
          )}
          <Flags slug={slug} {...flags} mayFlag={mayFlag(actor) && !mayLead(actor, community) && !archivedAt} />
        </Book>
      </Words>
    </>
  );
}
