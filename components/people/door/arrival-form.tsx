"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { acceptInvitationAction } from "@/lib/people/invitations/actions";
import { NAME_LIMIT, portalLanguages } from "@/lib/people/rules";
import { localeNames } from "@/lib/platform/i18n/locale";

type Known = { token: string; name: string };

/** The answer to an invitation: by its mailed link, or, where nothing was mailed, by handle and code. */
export function ArrivalForm({ invitation }: { invitation?: Known }) {
  const t = useTranslations("account.arrival");
  const spoken = useLocale();
  const [answer, arrive, pending] = useActionState(acceptInvitationAction, null);
  const refusal = useRefusal(answer);
  const labels = { name: t("name"), password: t("password"), handle: t("handle"), code: t("code"), locale: t("locale") };
  const label = (name: string) => labels[name as keyof typeof labels] ?? name;
  return (
    <form action={arrive} className="form">
      <FormStatus answer={answer} {...refusal.status(label)} />
      {invitation ? (
        <input type="hidden" name="token" value={invitation.token} />
      ) : (
        <>
          <Field name="handle" label={labels.handle} hint={t("handleHint")} error={refusal.field("handle")}>
            {(control) => <Input {...control} defaultValue={refusal.said("handle")} maxLength={41} autoComplete="username" autoCapitalize="none" spellCheck={false} />}
          </Field>
          <Field name="code" label={labels.code} hint={t("codeHint")} error={refusal.field("code")}>
            {(control) => <Input {...control} className="code" maxLength={60} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} />}
          </Field>
        </>
      )}
      <Field name="name" label={labels.name} hint={t("nameHint")} error={refusal.field("name")}>
        {(control) => <Input {...control} defaultValue={refusal.said("name", invitation?.name)} maxLength={NAME_LIMIT} autoComplete="name" />}
      </Field>
      <Field name="locale" label={labels.locale} error={refusal.field("locale")}>
        {(control) => <Select {...control} defaultValue={refusal.said("locale", spoken)} options={portalLanguages.map((one) => ({ value: one, label: localeNames[one], lang: one }))} />}
      </Field>
      <PasswordField label={labels.password} error={refusal.field("password")} />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
