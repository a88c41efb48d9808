"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState, Editor } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { BODY_LIMIT } from "@/lib/discussions/rules";
import { summariseTopicAction } from "@/lib/discussions/topics/actions";
import { Clash } from "../clash";
import { useRefusal } from "./use-refusal";

type SummaryFormProps = { id: string; summary: string; community: string; back: string; idempotencyKey: string; draft: Record<string, string> | undefined };

/** What came of a hot topic. Whoever was overtaken by another writer sees both summaries, and both together. */
export function SummaryForm({ id, summary, community, back, idempotencyKey, draft }: SummaryFormProps) {
  const t = useTranslations("moderation.summary");
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(summariseTopicAction, { place: `summary:${id}`, draft });
  const refusal = useRefusal(answer);
  const wrong = refusal.field("summary");
  const base = value("before", summary);
  const stands = refusal.refused?.why === "stale" ? (refusal.refused.current as { summary: string } | undefined)?.summary : undefined;
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form">
      <FormStatus {...refusal.status(() => t("heading"))} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="before" value={stands ?? base} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="hint" id="summary-hint">
        {t("hint")}
      </p>
      <Clash key={stands} base={base} theirs={stands} mine={value("summary", summary)}>
        {(text) => <Editor id="field-summary" name="summary" text={text} community={community} maxLength={BODY_LIMIT} invalid={wrong !== undefined} describedBy={wrong ? "field-summary-error" : "summary-hint"} label={t("heading")} />}
      </Clash>
      {wrong && <FieldError id="field-summary-error">{wrong}</FieldError>}
      <div className="ed-f">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
        <a className="btn bare" href={back}>
          {t("cancel")}
        </a>
        <DraftState kept={kept} />
      </div>
    </form>
  );
}
