import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { spokenLanguages } from "@/lib/people/rules";
import type { PeopleFilter } from "@/lib/people/schema";
import { useLanguageName } from "./language-names";

type Units = readonly { code: string; name: string; depth: number }[];

/** Names of units as a tree in a list of choices. */
export const unitOptions = (units: Units) => units.map(({ code, name, depth }) => ({ value: code, label: `${"\u2003".repeat(depth)}${name}` }));

/** Who knows what: a plain form, whose address can be kept. */
export function PeopleSeek({ chosen: { q, unit, language, knows }, units }: { chosen: PeopleFilter; units: Units }) {
  const t = useTranslations("people.list");
  const named = useLanguageName();
  const languages = spokenLanguages.map((value) => ({ value, label: named(value) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <form className="seek" role="search" aria-label={t("search")}>
      {knows && <input type="hidden" name="knows" value={knows} />}
      <Field name="q" label={t("search")} hint={t("searchHint")} id="people-q">
        {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={200} autoComplete="off" />}
      </Field>
      <Field name="unit" label={t("unit")} id="people-unit">
        {(control) => <Select {...control} required={false} defaultValue={unit ?? ""} options={[{ value: "", label: t("anyUnit") }, ...unitOptions(units)]} />}
      </Field>
      <Field name="language" label={t("language")} id="people-language">
        {(control) => <Select {...control} required={false} defaultValue={language ?? ""} options={[{ value: "", label: t("anyLanguage") }, ...languages]} />}
      </Field>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
