import type { Route } from "next";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { useFormat } from "@/lib/platform/i18n/format";
import type { CommunityView } from "@/lib/communities/queries";
import { Door } from "./door";
import { JoinMenu } from "./join-menu";

export const communityHref = (slug: string, page = "") => `/communities/${slug}${page && `/${page}`}` as Route;

/** A text in the community's language, on a page that may be in another one. */
export const useLanguageOf = (language: string) => (useLocale() === language ? undefined : language);

type Current = "discussions" | "members" | "about" | "settings";
type CommunityHeadProps = { community: CommunityView; current: Current | null; actions?: ReactNode };

/** Head of every page of a community: name, domain, its pages; under it whatever waits for the reader's own answer. */
export function CommunityHead({ community, current, actions }: CommunityHeadProps) {
  const t = useTranslations("communities.head");
  const lang = useLanguageOf(community.language);
  return (
    <>
      <PageHead
        title={community.name}
        lang={lang}
        crumbs={[{ label: t("communities"), href: "/communities" as Route }]}
        deck={<span lang={lang}>{community.domain}</span>}
        state={<State community={community} />}
        actions={<Actions community={community}>{actions}</Actions>}
        tabs={<Pages community={community} current={current} />}
      />
      <Door community={community} />
    </>
  );
}

function State({ community: { entry, archivedAt } }: { community: CommunityView }) {
  const t = useTranslations("communities.head");
  const format = useFormat();
  if (entry === "OPEN" && !archivedAt) return null;
  return (
    <>
      {entry !== "OPEN" && (
        <span>
          <Icon name="lock" small /> {t(entry === "PRIVATE" ? "private" : "request")}
        </span>
      )}
      {archivedAt && (
        <span>
          <Icon name="archive" small /> {t("archived", { when: format.ago(archivedAt) })}
        </span>
      )}
    </>
  );
}

function Actions({ community, children }: { community: CommunityView; children: ReactNode }) {
  const t = useTranslations("communities.head");
  const { slug, entry, archivedAt, membership, invitation, request } = community;
  const outside = !membership && !invitation && !archivedAt;
  return (
    <>
      {outside && entry === "OPEN" && <JoinMenu slug={slug} />}
      {outside && entry === "REQUEST" && !request && <LinkButton href={"#ask" as Route}>{t("ask")}</LinkButton>}
      {children}
    </>
  );
}

function Pages({ community, current }: { community: CommunityView; current: Current | null }) {
  const t = useTranslations("communities.head");
  const { slug, mayRead, membership, discussionCount, memberCount } = community;
  const format = useFormat();
  const item = (page: Current, count?: ReactNode) => ({
    href: communityHref(slug, page === "discussions" ? "" : page),
    label: t(page),
    current: page === current,
    ...(count !== undefined && { count }),
  });
  const inside = [item("discussions", format.number(discussionCount)), item("members", format.number(memberCount))];
  return <Tabs label={t("tabs")} list={[...(mayRead ? inside : []), item("about"), ...(membership?.role === "LEADER" ? [item("settings")] : [])]} />;
}
