import { useTranslations } from "next-intl";
import type { Route } from "next";
import { Aside, AsideBlock } from "@/components/ui/section";
import { sayInterestAction } from "@/lib/communities/members/actions";
import type { CommunityView } from "@/lib/communities/queries";
import { keepsRhythm } from "@/lib/communities/rhythm/rules";
import { fromInterest } from "@/lib/communities/rules";
import { calendarPath, feedPath } from "@/lib/feeds/addresses/rules";
import { useFormat } from "@/lib/platform/i18n/format";
import { communityHref, useLanguageOf } from "./community-head";

type Of = { community: CommunityView };

/** What surrounds a community's texts: what belongs there, who looks after it, its rhythm, and the reader's own place in it. */
export function CommunityMargin({ community, brief }: Of & { /** Beside the charter itself: without what that says. */ brief?: boolean }) {
  const t = useTranslations("communities.margin");
  return (
    <Aside label={t("label")}>
      {!brief && <Scope community={community} />}
      {community.mayRead && <Leaders community={community} />}
      {community.mayRead && <Rhythm community={community} />}
      <Belonging community={community} />
      {community.mayRead && <Subscribing community={community} />}
    </Aside>
  );
}

function Scope({ community: { slug, inScope, outOfScope, language } }: Of) {
  const t = useTranslations("communities.margin");
  const lang = useLanguageOf(language);
  return (
    <AsideBlock title={t("scope")}>
      <p lang={inScope ? lang : undefined}>{inScope || t("noScope")}</p>
      {outOfScope && (
        <p>
          <strong>{t("notHere")}</strong> <span lang={lang}>{outOfScope}</span>
        </p>
      )}
      <p>
        <a href={communityHref(slug, "about")}>{t("charter")}</a>
      </p>
    </AsideBlock>
  );
}

function Leaders({ community: { leaders } }: Of) {
  const t = useTranslations("communities");
  return (
    <AsideBlock title={t("margin.leaders")}>
      {leaders.length === 0 && <p>{t("margin.nobody")}</p>}
      <ul className="pairs">
        {leaders.slice(0, 5).map(({ handle, name, unit }) => (
          <li key={handle}>
            <a href={`/people/${handle}` as Route}>{name ?? t("former")}</a>
            <span>{unit}</span>
          </li>
        ))}
      </ul>
    </AsideBlock>
  );
}

function Rhythm({ community: { rhythm, beat } }: Of) {
  const t = useTranslations("communities");
  return (
    <AsideBlock title={t("margin.rhythm")}>
      <p>{t(`rhythm.${rhythm}`)}</p>
      {beat && <p>{beat.weeks > 0 ? t("margin.beat", beat) : t("margin.young")}</p>}
      {beat && !keepsRhythm(rhythm, beat) && <p className="due">{t("margin.quiet")}</p>}
    </AsideBlock>
  );
}

function Belonging({ community }: Of) {
  const t = useTranslations("communities");
  const format = useFormat();
  const { slug, membership, entry, archivedAt } = community;
  if (!membership) {
    if (archivedAt || entry === "PRIVATE") return null;
    return (
      <AsideBlock title={t("margin.joining")}>
        <p>{t(entry === "OPEN" ? "margin.joinOpen" : "margin.joinRequest")}</p>
      </AsideBlock>
    );
  }
  const day = format.day(new Date(membership.joinedAt));
  const other = membership.interest === "DO_THIS" ? "INTERESTED" : "DO_THIS";
  return (
    <AsideBlock title={t("margin.belonging")}>
      <p>{t("margin.since", { day, interest: t(`interest.${membership.interest}`) })}</p>
      <form action={sayInterestAction}>
        <input type="hidden" name="slug" value={slug} />
        <button className="link" name="interest" value={fromInterest(other)}>
          {t("margin.change", { interest: t(`interest.${other}`) })}
        </button>
      </form>
      <p>
        <a href={communityHref(slug, "leave")}>{t("margin.leave")}</a>
      </p>
    </AsideBlock>
  );
}

/** The way to an address for one's own reader: it is made in the settings, where it is found and revoked again. */
function Subscribing({ community: { slug } }: Of) {
  const t = useTranslations("feeds.subscribe");
  const make = (path: string) => `/settings/feeds?${new URLSearchParams({ of: slug, path })}` as Route;
  return (
    <AsideBlock title={t("title")}>
      <ul className="pairs">
        <li>
          <a href={make(feedPath(slug))}>{t("feed")}</a>
        </li>
        <li>
          <a href={make(calendarPath(slug))}>{t("calendar")}</a>
        </li>
      </ul>
    </AsideBlock>
  );
}
