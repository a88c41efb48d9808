import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommunityHead, communityHref } from "@/components/communities/community-head";
import { CharterForm, EntryForm } from "@/components/communities/settings-forms";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { archiveCommunityAction, reopenCommunityAction } from "@/lib/communities/charter/actions";
import { doorsFrom, toTexts } from "@/lib/communities/charter/rules";
import { mayLead } from "@/lib/communities/policy";
import { getCommunity } from "@/lib/communities/queries";
import { fromEntry, fromRhythm } from "@/lib/communities/rules";
import { getDrafts } from "@/lib/drafts/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  return { title: community && mayLead(actor, community) ? (await getTranslations("communities.settings"))("title", { community: community.name }) : undefined };
}

export default async function SettingsPage({ params }: Props) {
  const actor = await requireActor();
  const community = await getCommunity(actor, (await params).slug);
  if (!community || !mayLead(actor, community)) notFound();
  const { slug, version, rhythm, entry, archivedAt, waiting, discussionCount } = community;
  const [t, entries, drafts] = await Promise.all([getTranslations("communities.settings"), getTranslations("communities"), getDrafts(actor, [`charter:${slug}`])]);
  return (
    <>
      <CommunityHead community={community} current="settings" />
      <Words of={["communities", "writing"]}>
        <Section title={t("charter")}>
          <CharterForm key={version} slug={slug} version={version} charter={toTexts({ ...community, rhythm: fromRhythm(rhythm) })} draft={drafts[`charter:${slug}`]} flagged={waiting.flags} />
        </Section>
        <Section title={t("tags")} beside={<a href={communityHref(slug, "tags")}>{t("tags")}</a>}>
          <p>{t("tagsDeck")}</p>
        </Section>
        <Section title={t("entry")}>
          <p>
            <b>{entries(`entry.${entry}`)}.</b> {entries(`entryHints.${entry}`)}
          </p>
          <p className="hint">{t(entry === "PRIVATE" ? "staysPrivate" : "entryDeck")}</p>
          {doorsFrom(entry, { empty: discussionCount === 0 }).map((to) => (
            <EntryForm key={to} slug={slug} version={version} to={fromEntry(to)} />
          ))}
        </Section>
        <Section title={t("archiveTitle")}>
          <p>{t(archivedAt ? "reopenDeck" : "archiveDeck")}</p>
          <form action={archivedAt ? reopenCommunityAction : archiveCommunityAction} className="form">
            <input type="hidden" name="slug" value={slug} />
            <div className="acts">
              <Button type="submit">{t(archivedAt ? "reopen" : "archive")}</Button>
            </div>
          </form>
        </Section>
      </Words>
    </>
  );
}
