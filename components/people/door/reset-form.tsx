"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { resetPasswordAction } from "@/lib/people/resets/actions";

export function ResetForm({ token, account }: { token: string; account: string }) {
  const t = useTranslations("account.reset");
  const [answer, reset, pending] = useActionState(resetPasswordAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={reset} className="form">
      <FormStatus answer={answer} {...refusal.status(() => t("password"))} />
      <input type="hidden" name="token" value={token} />
      <input type="text" name="username" value={account} autoComplete="username" readOnly hidden />
      <PasswordField label={t("password")} error={refusal.field("password")} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
