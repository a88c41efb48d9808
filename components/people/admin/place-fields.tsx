"use client";

import { useTranslations } from "next-intl";
import { Input, Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { Stands } from "@/components/people/stands";
import { PersonField } from "./person-field";

export type PlaceName = "unit" | "position" | "category" | "manager" | "startsOn";
export type Units = readonly { code: string; name: string; depth: number }[];
type PlaceFieldsProps = { value: (name: PlaceName) => string; wrong: (name: string) => string | undefined; units: Units; /** What stands there by now, where it has changed meanwhile. */ now?: Partial<Record<PlaceName, string>> | undefined };

const indented = (units: Units) => units.map(({ code, name, depth }) => ({ value: code, label: `${"\u2003".repeat(depth)}${name}` }));

/** Where someone works, as whom, and under whom. */
export function PlaceFields({ value, wrong, units, now }: PlaceFieldsProps) {
  const t = useTranslations("admin.place");
  const stands = (name: PlaceName) => now && now[name] !== undefined && now[name] !== value(name) && <Stands>{now[name]}</Stands>;
  return (
    <>
      <Field name="unit" label={t("unit")} error={wrong("unit")} optional>
        {(control) => <Select {...control} defaultValue={value("unit")} options={[{ value: "", label: t("nowhere") }, ...indented(units)]} />}
      </Field>
      {stands("unit")}
      <Field name="position" label={t("position")} error={wrong("position")} optional>
        {(control) => <Input {...control} defaultValue={value("position")} maxLength={120} />}
      </Field>
      {stands("position")}
      <Field name="category" label={t("category")} hint={t("categoryHint")} error={wrong("category")}>
        {(control) => <Select {...control} defaultValue={value("category") || "staff"} options={[{ value: "staff", label: t("staff") }, { value: "manager", label: t("manages") }]} />}
      </Field>
      {stands("category")}
      <PersonField name="manager" label={t("manager")} hint={t("managerHint")} chosen={value("manager")} error={wrong("manager")} optional />
      {stands("manager")}
      <Field name="startsOn" label={t("startsOn")} hint={t("startsOnHint")} error={wrong("startsOn")} optional>
        {(control) => <Input {...control} type="date" defaultValue={value("startsOn")} />}
      </Field>
    </>
  );
}

/** The words of these fields, for a summary of what is wrong. */
export const usePlaceLabel = () => {
  const t = useTranslations("admin.place");
  const labels: Record<PlaceName, string> = { unit: t("unit"), position: t("position"), category: t("category"), manager: t("manager"), startsOn: t("startsOn") };
  return (name: string) => labels[name as PlaceName];
};
