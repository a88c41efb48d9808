"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { answerFlagAction, flagTopicAction } from "@/lib/communities/flags/actions";
import { FLAG_LIMIT } from "@/lib/communities/flags/rules";
import { useRefusal } from "./use-refusal";

/** "This topic is too general", with a reason. */
export function FlagForm({ slug }: { slug: string }) {
  const t = useTranslations("communities.flag");
  const [answer, send, pending] = useActionState(flagTopicAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("reason"))} />
      <input type="hidden" name="slug" value={slug} />
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} error={refusal.field("reason")}>
        {(control) => <Textarea {...control} rows={3} defaultValue={String(refusal.refused?.said?.reason ?? "")} maxLength={FLAG_LIMIT} />}
      </Field>
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

/** A leader's answer to such a remark. */
export function FlagAnswerForm({ id }: { id: string }) {
  const t = useTranslations("communities.flag");
  const [answer, send, pending] = useActionState(answerFlagAction, null);
  const refusal = useRefusal(answer);
  const field = `answer-${id}`;
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("answer"))} />
      <input type="hidden" name="id" value={id} />
      <Field name="answer" id={field} label={t("answer")} hint={t("answerHint")} error={refusal.field("answer")}>
        {(control) => <Textarea {...control} rows={2} defaultValue={String(refusal.refused?.said?.answer ?? "")} maxLength={FLAG_LIMIT} />}
      </Field>
      <div className="acts">
        <Button type="submit" small busy={pending}>
          {t("sendAnswer")}
        </Button>
      </div>
    </form>
  );
}
