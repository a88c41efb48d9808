import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { ActForm } from "@/components/discussions/moderation/act-form";
import { Consents } from "@/components/discussions/moderation/consents";
import { PageHead } from "@/components/ui/page-head";
import { Told } from "@/components/ui/told";
import { consentToMoveAction, withdrawMoveAction } from "@/lib/discussions/moves/actions";
import { mayConsent, mayWithdraw } from "@/lib/discussions/moves/policy";
import { getProposal } from "@/lib/discussions/moves/queries";
import { getDiscussion } from "@/lib/discussions/queries";
import { isUuid } from "@/lib/platform/cursor";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/communities/[slug]/discussions/[id]/move">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation.move"))("title") };
}

/** What a proposal to move out of a private community asks of those who wrote there; there for them and for the leaders while it waits. */
export default async function MovePage({ params }: Props) {
  const [actor, { id, slug }] = [await requireActor(), await params];
  const discussion = isUuid(id) ? await getDiscussion(actor, id) : null;
  if (!discussion) notFound();
  const { community, title, language } = discussion;
  const href = `/communities/${community.slug}/discussions/${id}` as Route;
  const proposal = await getProposal(actor, id, new Date());
  if (!proposal || community.slug !== slug) redirect(href); // settled meanwhile, as by the last consent
  const move = { ...discussion, authorIds: proposal.authors.flatMap((author) => author.id ?? []) };
  if (!mayWithdraw(actor, move)) notFound();

  const [t, tc, locale] = [await getTranslations("moderation.move"), await getTranslations("discussions.page"), await getLocale()];
  const asked = mayConsent(actor, move);
  const agreed = proposal.authors.some((author) => author.id === actor.id && author.consented);
  return (
    <Words of={["moderation"]}>
      <PageHead
        crumbs={[{ href: "/communities" as Route, label: tc("communities") }, { href: `/communities/${slug}` as Route, label: community.name }, { href, label: title || tc("hiddenTitle") }]}
        title={t("title")}
        deck={<span lang={language === locale ? undefined : language}>{title || tc("hiddenTitle")}</span>}
      />
      <div className="manage">
        <section>
          <p>{t("private")}</p>
          <Consents proposal={proposal} />
          {asked && agreed && <Told tone="done">{t("youAgreed")}</Told>}
          <div className="acts">
            {asked && !agreed && (
              <ActForm act={consentToMoveAction} fields={{ id: proposal.id }} look="primary">
                {t("consent")}
              </ActForm>
            )}
            <ActForm act={withdrawMoveAction} fields={{ id: proposal.id }}>
              {t(asked ? "refuse" : "withdraw")}
            </ActForm>
          </div>
          {asked && <p className="hint">{t("refuseHint")}</p>}
        </section>
      </div>
    </Words>
  );
}
