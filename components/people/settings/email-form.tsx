"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Told } from "@/components/ui/told";
import { askEmailChangeAction } from "@/lib/people/accounts/actions";

/** Another mail address: asked for with the password, and counting once its mail has been read. */
export function EmailForm({ asked }: { asked: string | null }) {
  const t = useTranslations("settings.email");
  const [answer, ask, pending] = useActionState(askEmailChangeAction, null);
  const refusal = useRefusal(answer);
  return (
    <>
      {asked && (
        <Told>
          <p>{t("asked", { email: asked })}</p>
        </Told>
      )}
      <form action={ask} className="form narrow">
        <FormStatus answer={answer} {...refusal.status((name) => t(name === "email" ? "next" : "password"))} />
        <Field name="email" label={t("next")} error={refusal.field("email")}>
          {(control) => <Input {...control} type="email" defaultValue={refusal.said("email")} maxLength={254} autoComplete="email" />}
        </Field>
        <Field name="currentPassword" id="email-password" label={t("password")} error={refusal.field("currentPassword")}>
          {(control) => <Input {...control} type="password" autoComplete="current-password" maxLength={1024} />}
        </Field>
        <div className="acts">
          <Button type="submit" busy={pending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </>
  );
}
