import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { Route } from "next";
import { AskToJoin } from "@/components/communities/ask-to-join";
import { Charter } from "@/components/communities/charter";
import { CommunityHead } from "@/components/communities/community-head";
import { CommunityMargin } from "@/components/communities/community-margin";
import { DiscussionRows } from "@/components/discussions/discussion-rows";
import { DiscussionFilters } from "@/components/discussions/filters";
import { FollowMenu } from "@/components/follows/follow-menu";
import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Book, Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { mayWriteIn } from "@/lib/communities/policy";
import { type CommunityView, getCommunity } from "@/lib/communities/queries";
import { listDiscussions } from "@/lib/discussions/queries";
import { catchUpAction } from "@/lib/discussions/readings/actions";
import { ListDiscussions } from "@/lib/discussions/schema";
import { feedPath } from "@/lib/feeds/addresses/rules";
import { followCommunityAction, followTagAction } from "@/lib/follows/actions";
import { getTagFollow } from "@/lib/follows/queries";
import { toSaid } from "@/lib/follows/rules";
import { env } from "@/lib/platform/env";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const community = await getCommunity(await requireActor(), (await params).slug);
  if (!community?.mayRead) return { title: community?.name };
  return { title: community.name, alternates: { types: { "application/atom+xml": `${env().NEXTAUTH_URL}${feedPath(community.slug)}` } } };
}

export default async function CommunityPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community) notFound();
  if (!community.mayRead) return <Outside community={community} />;
  const { slug, id } = community;
  const [t, locale, query] = [await getTranslations("discussions.list"), await getLocale(), ListDiscussions.parse(await searchParams)];
  const { items, next } = await listDiscussions(actor, { ...query, communityId: id, actorId: actor.id });
  const mayWrite = mayWriteIn(actor, community);
  const ask = mayWrite && (
    <LinkButton look="primary" icon="plus" href={`/communities/${slug}/discussions/new` as Route}>
      {t("ask")}
    </LinkButton>
  );
  const follow = <FollowMenu action={followCommunityAction} fields={{ slug }} level={toSaid(community.follow ?? "REPLIES")} own={community.follow !== null} of={community.name} />;
  const tag = query.tag ? await getTagFollow(actor, { communityId: id, tag: query.tag }) : null;
  const here = (more: Record<string, string>) => `/communities/${slug}?${new URLSearchParams({ ...plain(query), ...more })}` as Route;
  const filtered = query.kind || query.tag || query.mine || query.sort === "unanswered";
  return (
    <Still>
      <CommunityHead community={community} current="discussions" actions={<>{follow}{ask}</>} />
      <i hidden data-community={id} />
      <Book aside={<CommunityMargin community={community} />}>
        <Section title={t("title", { community: community.name })} hidden>
          <DiscussionFilters slug={slug} chosen={query} unread={tag?.unread}>
            {tag && <FollowMenu quiet action={followTagAction} fields={{ slug, tag: tag.name }} level={toSaid(tag.level ?? community.follow ?? "REPLIES")} own={tag.level !== null} of={tag.name} />}
          </DiscussionFilters>
          {items.length > 0 ? (
            <DiscussionRows language={locale} rows={items.map((row) => ({ ...row, slug }))} />
          ) : filtered ? (
            <Empty action={<LinkButton href={`/communities/${slug}` as Route}>{t("everything")}</LinkButton>}>{t("emptyFilter")}</Empty>
          ) : (
            <Empty action={mayWrite && <LinkButton look="primary" href={`/communities/${slug}/discussions/new` as Route}>{t("first")}</LinkButton>}>{mayWrite ? t("empty") : t("joinFirst")}</Empty>
          )}
          {items.some(({ unseen }) => unseen) && (
            <form action={catchUpAction}>
              <input type="hidden" name="slug" value={slug} />
              <Button type="submit" look="bare" small>
                {t("catchUp")}
              </Button>
            </form>
          )}
          <Pager older={next ? { href: here({ after: next }), label: t("older") } : undefined} />
        </Section>
      </Book>
    </Still>
  );
}

/** What everyone sees of a community by request: what it is about, and the way in. */
const Outside = ({ community }: { community: CommunityView }) => (
  <>
    <CommunityHead community={community} current="about" />
    <Words of={["communities"]}>
      <Book aside={<CommunityMargin community={community} brief />}>
        <AskToJoin community={community} />
        <Charter community={community} />
      </Book>
    </Words>
  </>
);

const plain = ({ kind, tag, sort, mine }: ReturnType<typeof ListDiscussions.parse>) => ({ ...(kind && { kind }), ...(tag && { tag }), ...(mine && { mine }), ...(sort !== "activity" && { sort }) });
