"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { mergeDiscussionAction } from "@/lib/discussions/merges/actions";
import { useRefusal } from "./use-refusal";

/** Into which discussion this one goes, by the address of that one. */
export function MergeForm({ id }: { id: string }) {
  const t = useTranslations("moderation.merge");
  const [answer, send, pending] = useActionState(mergeDiscussionAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus {...refusal.status(() => t("into"))} />
      <input type="hidden" name="id" value={id} />
      <Field name="into" label={t("into")} hint={t("intoHint")} error={refusal.field("into")}>
        {(control) => <Input {...control} type="text" inputMode="url" autoComplete="off" spellCheck={false} maxLength={2000} defaultValue={refusal.said("into")} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="grave" icon="merge" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
