"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { signInAction } from "@/lib/people/sessions/actions";

/** Works without JavaScript too: the answer then comes back as a page, with the address still in its field. */
export function SignInForm({ from }: { from: string }) {
  const t = useTranslations("account.signIn");
  const [answer, signIn, pending] = useActionState(signInAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={signIn} className="form">
      <FormStatus answer={answer} {...refusal.status(() => t("email"))} />
      <input type="hidden" name="from" value={from} />
      <Field name="email" label={t("email")} hint={t("emailHint")}>
        {(control) => <Input {...control} defaultValue={refusal.said("email")} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} />}
      </Field>
      <PasswordField label={t("password")} known />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
