"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { changePasswordAction } from "@/lib/people/accounts/actions";

export function PasswordForm({ account }: { account: string }) {
  const t = useTranslations("settings.password");
  const [answer, change, pending] = useActionState(changePasswordAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={change} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => t(name === "password" ? "next" : "current"))} />
      <input type="text" name="username" value={account} autoComplete="username" readOnly hidden disabled />
      <PasswordField name="currentPassword" label={t("current")} error={refusal.field("currentPassword")} known />
      <PasswordField label={t("next")} error={refusal.field("password")} />
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
