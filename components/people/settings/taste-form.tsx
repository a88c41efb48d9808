"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { RadioGroup, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { chooseTasteAction } from "@/lib/people/profiles/actions";
import { portalLanguages } from "@/lib/people/rules";
import { localeNames } from "@/lib/platform/i18n/locale";
import { themes } from "@/lib/platform/theme";

/** The language the portal speaks with its reader, and whether it is light or dark. */
export function TasteForm({ locale, theme }: { locale: string; theme: string }) {
  const t = useTranslations("settings.taste");
  const [answer, choose, pending] = useActionState(chooseTasteAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={choose} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => name)} />
      <Field name="locale" label={t("locale")}>
        {(control) => <Select key={locale} {...control} defaultValue={locale} options={portalLanguages.map((one) => ({ value: one, label: localeNames[one], lang: one }))} />}
      </Field>
      <RadioGroup key={theme} name="theme" legend={t("theme")} chosen={theme} choices={themes.map((one) => ({ value: one, label: t(one) }))} />
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
