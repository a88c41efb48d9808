"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Told } from "@/components/ui/told";
import { invitePersonAction } from "@/lib/people/invitations/actions";
import { NAME_LIMIT, portalLanguages } from "@/lib/people/rules";
import { localeNames } from "@/lib/platform/i18n/locale";
import { PlaceFields, type Units, usePlaceLabel } from "./place-fields";
import { Slip, type SlipFacts } from "./slip";

type InviteFormProps = { units: Units; site: SlipFacts };

/** By mail where there is an address; else by a code, which the answer shows once, as a slip to print. */
export function InviteForm({ units, site }: InviteFormProps) {
  const t = useTranslations("admin.invite");
  const spoken = useLocale();
  const [answer, invite, pending] = useActionState(invitePersonAction, null);
  const refusal = useRefusal(answer);
  const place = usePlaceLabel();
  const labels = { name: t("name"), email: t("email"), handle: t("handle"), locale: t("locale") };
  const done = answer?.ok ? answer.value : null;
  return (
    <>
      {done && (done.code ? <Slip name={done.name} handle={done.handle} code={done.code} site={site} /> : <Told tone="done"><p>{t("sent", { name: done.name })}</p></Told>)}
      <form action={invite} className="form narrow">
        <FormStatus answer={answer} {...refusal.status((name) => labels[name as keyof typeof labels] ?? place(name) ?? name)} />
        <Field name="name" label={labels.name} error={refusal.field("name")}>
          {(control) => <Input {...control} defaultValue={refusal.said("name")} maxLength={NAME_LIMIT} autoComplete="off" />}
        </Field>
        <Field name="email" label={labels.email} hint={t("emailHint")} error={refusal.field("email")} optional>
          {(control) => <Input {...control} type="email" defaultValue={refusal.said("email")} maxLength={254} autoComplete="off" />}
        </Field>
        <Field name="handle" label={labels.handle} hint={t("handleHint")} error={refusal.field("handle")} optional>
          {(control) => <Input {...control} defaultValue={refusal.said("handle")} maxLength={41} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
        </Field>
        <Field name="locale" label={labels.locale} error={refusal.field("locale")}>
          {(control) => <Select {...control} defaultValue={refusal.said("locale", spoken)} options={portalLanguages.map((one) => ({ value: one, label: localeNames[one], lang: one }))} />}
        </Field>
        <PlaceFields value={(name) => refusal.said(name)} wrong={refusal.field} units={units} />
        <div className="acts">
          <Button type="submit" look="primary" busy={pending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </>
  );
}
