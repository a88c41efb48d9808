import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { communityHref } from "@/components/communities/community-head";
import { HandOverForm, LeaveForm } from "@/components/communities/leave-forms";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Told } from "@/components/ui/told";
import { withdrawLeadershipOfferAction } from "@/lib/communities/leaders/actions";
import { listMembers } from "@/lib/communities/members/queries";
import { leave } from "@/lib/communities/members/rules";
import { ListMembers } from "@/lib/communities/members/schema";
import { getCommunity } from "@/lib/communities/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/leave">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const community = await getCommunity(await requireActor(), (await params).slug);
  return { title: community?.membership ? (await getTranslations("communities.leave"))("title", { community: community.name }) : undefined };
}

const consequence = { OPEN: "deckOpen", REQUEST: "deckRequest", PRIVATE: "deckPrivate" } as const;

export default async function LeavePage({ params }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community?.membership) notFound();
  const { slug, name, entry, leaders, memberCount, membership } = community;
  const mayGo = leave({ role: membership.role, leaders: leaders.length, members: memberCount });
  const [t, door, people, members] = await Promise.all([
    getTranslations("communities.leave"), getTranslations("communities.door"), getTranslations("communities"),
    mayGo.ok ? null : listMembers(actor, slug, ListMembers.parse({ limit: 100 })),
  ]);
  const others = (members?.items ?? []).filter(({ role }) => role === "MEMBER").map(({ handle, name: said, asked }) => ({ handle, name: said ?? people("former"), asked }));
  const asked = others.find((one) => one.asked);
  const candidates = others.filter((one) => !one.asked);
  return (
    <>
      <PageHead crumbs={[{ href: "/communities" as Route, label: people("list.title") }, { href: communityHref(slug), label: name }]} title={t("title", { community: name })} deck={t(consequence[entry])} />
      <Words of={["communities"]}>
        {mayGo.ok && mayGo.value.archives && <Told>{t("last")}</Told>}
        {mayGo.ok && <LeaveForm slug={slug} />}
        {!mayGo.ok && asked && (
          <Told>
            <p>{t("waiting", { name: asked.name })}</p>
            <form action={withdrawLeadershipOfferAction}>
              <input type="hidden" name="slug" value={slug} />
              <input type="hidden" name="handle" value={asked.handle} />
              <Button type="submit" small>
                {door("withdraw")}
              </Button>
            </form>
          </Told>
        )}
        {!mayGo.ok && !asked && (
          <>
            <p>{t("lastLeader")}</p>
            <HandOverForm slug={slug} candidates={candidates} />
          </>
        )}
      </Words>
    </>
  );
}
