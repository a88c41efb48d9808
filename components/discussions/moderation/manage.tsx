import type { Route } from "next";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { closeDiscussionAction, pinDiscussionAction, reopenDiscussionAction, unpinDiscussionAction } from "@/lib/discussions/moderation/actions";
import type { Proposal } from "@/lib/discussions/moves/queries";
import type { DiscussionView } from "@/lib/discussions/queries";
import { useFormat } from "@/lib/platform/i18n/format";
import { ActForm } from "./act-form";
import { MergeForm } from "./merge-form";
import { MoveForm } from "./move-form";

type Of = { discussion: Pick<DiscussionView, "id" | "kind" | "pinnedAt" | "closedAt" | "summaryHtml" | "community">; href: string };

export function Pinning({ discussion: { id, pinnedAt } }: Of) {
  const t = useTranslations("moderation.manage");
  const format = useFormat();
  return (
    <Section title={t("pin")}>
      <p>
        {pinnedAt && t("pinnedSince", { when: format.ago(pinnedAt) })} {t("pinHint")}
      </p>
      {pinnedAt ? (
        <ActForm key="off" act={unpinDiscussionAction} fields={{ id }} icon="pin">
          {t("unpinIt")}
        </ActForm>
      ) : (
        <ActForm key="on" act={pinDiscussionAction} fields={{ id }} icon="pin">
          {t("pinIt")}
        </ActForm>
      )}
    </Section>
  );
}

export function Closing({ discussion: { id, kind, closedAt, summaryHtml }, href }: Of) {
  const t = useTranslations("moderation");
  const format = useFormat();
  const topic = kind === "HOT_TOPIC" && closedAt;
  return (
    <Section title={t("manage.close")}>
      <p>
        {closedAt && t("manage.closedSince", { when: format.ago(closedAt) })} {t("manage.closeHint")} {topic && t("manage.reopenTopic")}
      </p>
      {closedAt ? (
        <ActForm key="open" act={reopenDiscussionAction} fields={{ id }} icon="lock">
          {t("manage.reopenIt")}
        </ActForm>
      ) : (
        <ActForm key="close" act={closeDiscussionAction} fields={{ id }} icon="lock">
          {t("manage.closeIt")}
        </ActForm>
      )}
      {topic && (
        <p>
          <a href={`${href}/summary` as Route}>{t(summaryHtml ? "summary.change" : "summary.write")}</a>
        </p>
      )}
    </Section>
  );
}

export function Moving({ discussion: { id, community }, href, targets, proposal }: Of & { targets: readonly { slug: string; name: string }[]; proposal: Proposal | null }) {
  const t = useTranslations("moderation.move");
  const asks = community.entry === "PRIVATE";
  return (
    <Section title={t("heading")}>
      <p>{t("hint")}</p>
      {asks && <p>{t("private")}</p>}
      {proposal && (
        <p>
          {t("pending", { count: proposal.authors.filter(({ consented }) => !consented).length })} <a href={`${href}/move` as Route}>{t("see")}</a>
        </p>
      )}
      {targets.length > 0 ? <MoveForm id={id} asks={asks} targets={targets} /> : <p className="hint">{t("nowhere")}</p>}
    </Section>
  );
}

export function Merging({ discussion: { id, community } }: Of) {
  const t = useTranslations("moderation.merge");
  return (
    <Section title={t("heading")}>
      <p>{t("hint")}</p>
      {community.entry === "PRIVATE" && <p>{t("private")}</p>}
      <MergeForm id={id} />
    </Section>
  );
}

/** What the administrator may do in an open community. */
export function Hiding({ href }: { href: string }) {
  const t = useTranslations("moderation.manage");
  return (
    <Section title={t("hide")}>
      <p>{t("hideHint")}</p>
      <LinkButton href={`${href}/hide` as Route} icon="eye">
        {t("hide")}
      </LinkButton>
    </Section>
  );
}
