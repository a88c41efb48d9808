"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { hidePostAction } from "@/lib/discussions/hiding/actions";
import { REASON_LIMIT } from "@/lib/discussions/hiding/rules";
import { useRefusal } from "./use-refusal";

/** Why a post is hidden, in words that everyone will read. */
export function HideForm({ discussionId, replyId }: { discussionId: string; replyId: string | undefined }) {
  const t = useTranslations("moderation.hide");
  const [answer, send, pending] = useActionState(hidePostAction, null);
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
        <Button type="submit" look="grave" icon="eye" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
