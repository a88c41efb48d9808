import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import type { Chosen } from "./addresses";

/** A plain form, whose address can be kept; a new question keeps the filters. */
export function SearchForm({ chosen: { q, ...filters } }: { chosen: Chosen }) {
  const t = useTranslations("search");
  return (
    <form className="seek" role="search" aria-label={t("label")} action="/search">
      {Object.entries(filters).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <Field name="q" label={t("label")} hint={t("hint")} id="search-q">
        {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={200} autoComplete="off" data-suggest="" />}
      </Field>
      <Button type="submit" look="primary">
        {t("go")}
      </Button>
    </form>
  );
}
