import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import type { UnitShare } from "@/lib/communities/members/queries";
import type { MemberFilter } from "@/lib/communities/members/schema";

/** Finding a member by name or unit: a plain form. */
export function MemberSeek({ chosen: { q, unit }, units }: { chosen: MemberFilter; units: readonly UnitShare[] }) {
  const t = useTranslations("communities.membersPage");
  const options = units.filter(({ members }) => members > 0).map(({ code, name, members }) => ({ value: code, label: `${name} (${members})` }));
  return (
    <form className="seek" role="search" aria-label={t("search")}>
      <Field name="q" label={t("search")} id="member-q">
        {(control) => <Input {...control} required={false} type="search" defaultValue={q} maxLength={100} autoComplete="off" />}
      </Field>
      <Field name="unit" label={t("unit")} id="member-unit">
        {(control) => <Select {...control} required={false} defaultValue={unit ?? ""} options={[{ value: "", label: t("anyUnit") }, ...options]} />}
      </Field>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
