import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { Filters } from "@/components/ui/tabs";
import { languages } from "@/lib/communities/rules";
import type { ListFilter } from "@/lib/communities/schema";
import { localeNames } from "@/lib/platform/i18n/locale";

/** Finding a community: a plain form, whose address can be kept. */
export function Seek({ chosen: { q, language, archived } }: { chosen: ListFilter }) {
  const t = useTranslations("communities.list");
  const list = [
    { href: "/communities" as Route, label: t("running"), current: !archived },
    { href: "/communities?archived=1" as Route, label: t("archivedToo"), current: archived === "1" },
  ];
  return (
    <>
      <form className="seek" role="search" aria-label={t("search")}>
        {archived && <input type="hidden" name="archived" value={archived} />}
        <Field name="q" label={t("search")} id="community-q">
          {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={200} />}
        </Field>
        <Field name="language" label={t("language")} id="community-language">
          {(control) => <Select {...control} required={false} defaultValue={language ?? ""} options={[{ value: "", label: t("anyLanguage") }, ...languages.map((one) => ({ value: one, label: localeNames[one], lang: one }))]} />}
        </Field>
        <Button type="submit">{t("show")}</Button>
      </form>
      <Filters label={t("show")} list={list} />
    </>
  );
}
