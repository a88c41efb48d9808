"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { reportPostAction } from "@/lib/discussions/reports/actions";
import { REASON_LIMIT } from "@/lib/discussions/reports/rules";
import { useRefusal } from "../moderation/use-refusal";

type ReportFormProps = { discussionId: string; replyId: string | undefined; back: string };

/** What is wrong with a post, told to the leaders. */
export function ReportForm({ discussionId, replyId, back }: ReportFormProps) {
  const t = useTranslations("moderation.report");
  const [answer, send, pending] = useActionState(reportPostAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus {...refusal.status(() => t("reason"))} />
      <input type="hidden" name="discussionId" value={discussionId} />
      {replyId && <input type="hidden" name="replyId" value={replyId} />}
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} error={refusal.field("reason")}>
        {(control) => <Textarea {...control} rows={3} maxLength={REASON_LIMIT} defaultValue={refusal.said("reason")} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" icon="flag" busy={pending}>
          {t("submit")}
        </Button>
        <a className="btn bare" href={back}>
          {t("cancel")}
        </a>
      </div>
    </form>
  );
}
