"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { TimeZoneField } from "@/components/people/time-zone-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { setUpAction } from "@/lib/people/organisation/actions";
import { NAME_LIMIT, portalLanguages } from "@/lib/people/rules";
import { localeNames } from "@/lib/platform/i18n/locale";

/** The organisation and its first administrator, in one form, once. */
export function SetUpForm({ zones }: { zones: readonly string[] }) {
  const t = useTranslations("account.setup");
  const spoken = useLocale();
  const [answer, setUp, pending] = useActionState(setUpAction, null);
  const refusal = useRefusal(answer);
  const labels = { organisation: t("organisation"), locale: t("locale"), timeZone: t("timeZone"), name: t("name"), email: t("email"), password: t("password") };
  return (
    <form action={setUp} className="form">
      <FormStatus answer={answer} {...refusal.status((name) => labels[name as keyof typeof labels] ?? name)} />
      <h2>{t("about")}</h2>
      <Field name="organisation" label={labels.organisation} error={refusal.field("organisation")}>
        {(control) => <Input {...control} defaultValue={refusal.said("organisation")} maxLength={120} autoComplete="organization" />}
      </Field>
      <Field name="locale" label={labels.locale} hint={t("localeHint")} error={refusal.field("locale")}>
        {(control) => <Select {...control} defaultValue={refusal.said("locale", spoken)} options={portalLanguages.map((one) => ({ value: one, label: localeNames[one], lang: one }))} />}
      </Field>
      <TimeZoneField label={labels.timeZone} zones={zones} chosen={refusal.said("timeZone", "UTC")} error={refusal.field("timeZone")} guess={!refusal.refused} />
      <h2>{t("you")}</h2>
      <Field name="name" label={labels.name} error={refusal.field("name")}>
        {(control) => <Input {...control} defaultValue={refusal.said("name")} maxLength={NAME_LIMIT} autoComplete="name" />}
      </Field>
      <Field name="email" label={labels.email} hint={t("emailHint")} error={refusal.field("email")}>
        {(control) => <Input {...control} type="email" defaultValue={refusal.said("email")} maxLength={254} autoComplete="email" />}
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
