import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommunityHead, communityHref } from "@/components/communities/community-head";
import { InviteForm } from "@/components/communities/invite-form";
import { MemberRows } from "@/components/communities/member-rows";
import { MemberSeek } from "@/components/communities/member-seek";
import { RemoveForm } from "@/components/communities/remove-form";
import { Invitations, Requests } from "@/components/communities/requests";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { listInvitations } from "@/lib/communities/invitations/queries";
import { listMembers, listMemberUnits } from "@/lib/communities/members/queries";
import { ListMembers } from "@/lib/communities/members/schema";
import { mayLead } from "@/lib/communities/policy";
import { getCommunity } from "@/lib/communities/queries";
import { listRequests } from "@/lib/communities/requests/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/members">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const community = await getCommunity(await requireActor(), (await params).slug);
  return { title: community?.mayRead ? (await getTranslations("communities.membersPage"))("title", { community: community.name }) : undefined };
}

export default async function MembersPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community?.mayRead) notFound();
  const { slug, id, archivedAt, leaders } = community;
  const query = await searchParams;
  const filter = ListMembers.parse(query);
  const leading = mayLead(actor, community);
  const [t, removing, inviting, members, units, requests, invitations] = await Promise.all([
    getTranslations("communities.membersPage"), getTranslations("communities.remove"), getTranslations("communities.invitations"),
    listMembers(actor, slug, filter), listMemberUnits(actor, slug), leading ? listRequests(actor, id) : [], leading ? listInvitations(actor, id) : [],
  ]);
  const { q, unit, after } = filter;
  const here = (more: Record<string, string>) => `${communityHref(slug, "members")}?${new URLSearchParams({ ...(q && { q }), ...(unit && { unit }), ...more })}` as Route;
  const gone = leading && typeof query.remove === "string" ? members.items.find(({ handle, role }) => handle === query.remove && role === "MEMBER") : undefined;
  return (
    <Still>
      <CommunityHead community={community} current="members" />
      <Words of={["communities"]}>
        {gone && (
          <Section title={removing("title", { name: gone.name ?? gone.handle })}>
            <p>{removing("deck", { name: gone.name ?? gone.handle })}</p>
            <RemoveForm slug={slug} handle={gone.handle} name={gone.name ?? gone.handle} />
          </Section>
        )}
        <Requests rows={requests} />
        <Section title={t("heading")} hidden>
          <MemberSeek chosen={filter} units={units} />
          {members.items.length > 0 ? (
            <MemberRows rows={members.items} slug={slug} leading={leading} me={actor.id} leaders={leaders.length} />
          ) : (
            <Empty action={<LinkButton href={communityHref(slug, "members")}>{t("all")}</LinkButton>}>{t("none")}</Empty>
          )}
          <Pager newest={after ? { href: here({}), label: t("first") } : undefined} older={members.next ? { href: here({ after: members.next }), label: t("more") } : undefined} />
        </Section>
        {leading && !archivedAt && (
          <Section title={inviting("title")}>
            <p>{inviting("deck")}</p>
            <InviteForm slug={slug} />
            <Invitations rows={invitations} />
          </Section>
        )}
      </Words>
    </Still>
  );
}
