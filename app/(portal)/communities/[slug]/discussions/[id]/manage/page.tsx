import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { Closing, Hiding, Merging, Moving, Pinning } from "@/components/discussions/moderation/manage";
import { PageHead } from "@/components/ui/page-head";
import { getProposal, listMoveTargets } from "@/lib/discussions/moves/queries";
import { mayHide, mayModerate } from "@/lib/discussions/policy";
import { getDiscussion } from "@/lib/discussions/queries";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/manage">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.manage"))("title") };
}

export default async function ManagePage({ params }: Props) {
  const [actor, { id, slug }] = [await requireActor(), await params];
  const discussion = isUuid(id) ? await getDiscussion(actor, id) : null;
  if (!discussion) notFound();
  const [leading, hiding] = [mayModerate(actor, discussion), mayHide(actor, discussion)];
  if (!leading && !hiding) notFound();
  const { community, communityId, title, language } = discussion;
  const href = `/communities/${community.slug}/discussions/${id}`;
  if (community.slug !== slug) redirect(`${href}/manage` as Route);

  const [t, tc, locale, targets, proposal] = await Promise.all([
    getTranslations("moderation.manage"), getTranslations("discussions.page"), getLocale(),
    leading ? listMoveTargets(actor, communityId) : [], leading && community.entry === "PRIVATE" ? getProposal(actor, id, new Date()) : null,
  ]);
  const of = { discussion, href };
  return (
    <Words of={["moderation"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href: href as Route, label: title || tc("hiddenTitle") }]}
        title={t("title")}
        deck={<span lang={language === locale ? undefined : language}>{title || tc("hiddenTitle")}</span>}
      />
      <div className="manage">
        {leading && <Pinning {...of} />}
        {leading && <Closing {...of} />}
        {leading && <Moving {...of} targets={targets} proposal={proposal} />}
        {leading && <Merging {...of} />}
        {hiding && <Hiding href={href} />}
      </div>
    </Words>
  );
}
