"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup, Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { requestMembershipAction } from "@/lib/communities/requests/actions";
import { MESSAGE_LIMIT } from "@/lib/communities/requests/rules";
import { interests, toInterest } from "@/lib/communities/rules";
import { useRefusal } from "./use-refusal";

/** Asking at the door of a community by request. */
export function RequestForm({ slug }: { slug: string }) {
  const t = useTranslations("communities");
  const [answer, send, pending] = useActionState(requestMembershipAction, null);
  const refusal = useRefusal(answer);
  const said = refusal.refused?.said ?? {};
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => t(name === "message" ? "door.message" : "door.interest"))} />
      <input type="hidden" name="slug" value={slug} />
      <RadioGroup name="interest" legend={t("door.interest")} chosen={String(said.interest ?? "")} choices={interests.map((one) => ({ value: one, label: t(`interest.${toInterest(one)}`) }))} error={refusal.field("interest")} />
      <Field name="message" label={t("door.message")} hint={t("door.messageHint")} error={refusal.field("message")} optional>
        {(control) => <Textarea {...control} rows={3} defaultValue={String(said.message ?? "")} maxLength={MESSAGE_LIMIT} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("door.send")}
        </Button>
      </div>
    </form>
  );
}
