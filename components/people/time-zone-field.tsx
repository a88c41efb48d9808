"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";

type TimeZoneFieldProps = { label: string; zones: readonly string[]; chosen: string; error?: string | undefined; /** Takes the browser's zone where nobody has chosen yet. */ guess?: boolean; optional?: boolean };

export function TimeZoneField({ label, zones, chosen, error, guess = false, optional = false }: TimeZoneFieldProps) {
  const t = useTranslations("account");
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (guess && select.current && zones.includes(here)) select.current.value = here;
  }, [guess, zones]);
  const options = [...(optional ? [{ value: "", label: t("zoneOfOrganisation") }] : []), ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ").replaceAll("/", ", ") }))];
  return (
    <Field name="timeZone" label={label} error={error} optional={optional}>
      {(control) => <Select {...control} ref={select} defaultValue={chosen} options={options} />}
    </Field>
  );
}
