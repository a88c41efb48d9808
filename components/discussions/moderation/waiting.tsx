import type { Route } from "next";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Told } from "@/components/ui/told";
import { mayConsent } from "@/lib/discussions/moves/policy";
import type { Proposal } from "@/lib/discussions/moves/queries";
import type { DiscussionView } from "@/lib/discussions/queries";
import { maySummarise } from "@/lib/discussions/topics/policy";
import { asksForSummary } from "@/lib/discussions/topics/rules";
import type { Actor } from "@/lib/platform/actor";

type WaitingProps = { actor: Actor; discussion: DiscussionView; href: string; proposal: Proposal | null };

/** What a discussion asks of who reads it: whether it may leave a private community, and what came of a hot topic. */
export function Waiting({ actor, discussion, href, proposal }: WaitingProps) {
  const mine = proposal?.authors.find(({ id }) => id === actor.id);
  const consent = proposal && mine && !mine.consented && mayConsent(actor, { ...discussion, authorIds: [actor.id] });
  const summary = asksForSummary({ ...discussion, hasSummary: discussion.summaryHtml !== "" }) && maySummarise(actor, discussion);
  return (
    <>
      {consent && <Consent proposal={proposal} href={href} />}
      {summary && <Summary own={actor.id === discussion.authorId} href={href} />}
    </>
  );
}

function Consent({ proposal: { proposer }, href }: { proposal: Proposal; href: string }) {
  const t = useTranslations("moderation.move");
  return (
    <Told>
      <p>{proposer ? t("asked", { name: proposer }) : t("askedByNobody")}</p>
      <div className="acts">
        <LinkButton small href={`${href}/move` as Route}>
          {t("answer")}
        </LinkButton>
      </div>
    </Told>
  );
}

function Summary({ own, href }: { own: boolean; href: string }) {
  const t = useTranslations("moderation.summary");
  return (
    <Told>
      <p>{t(own ? "asked" : "missing")}</p>
      <div className="acts">
        <LinkButton small href={`${href}/summary` as Route}>
          {t("write")}
        </LinkButton>
      </div>
    </Told>
  );
}
