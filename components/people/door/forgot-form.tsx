"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { askResetAction } from "@/lib/people/resets/actions";

export function ForgotForm() {
  const t = useTranslations("account.forgot");
  const [answer, ask, pending] = useActionState(askResetAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={ask} className="form">
      <FormStatus answer={answer} {...refusal.status(() => t("email"))} />
      <Field name="email" label={t("email")} error={refusal.field("email")}>
        {(control) => <Input {...control} type="email" defaultValue={refusal.said("email")} autoComplete="email" maxLength={254} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
        <a className="btn bare" href="/sign-in">
          {t("back")}
        </a>
      </div>
    </form>
  );
}
