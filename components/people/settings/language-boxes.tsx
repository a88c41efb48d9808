"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/controls";
import { Disclosure } from "@/components/ui/disclosure";
import { Group } from "@/components/ui/field";
import { useLanguageName } from "@/components/people/directory/language-names";
import { portalLanguages, spokenLanguages } from "@/lib/people/rules";

/** Languages to tick: the portal's own in sight, and whatever else is ticked; the rest folded. */
export function LanguageBoxes({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) {
  const t = useTranslations("settings.profile");
  const named = useLanguageName();
  const first = [...new Set([...portalLanguages, ...chosen])];
  const rest = spokenLanguages.filter((one) => !first.includes(one)).sort((a, b) => named(a).localeCompare(named(b)));
  const box = (code: string) => <Checkbox key={code} name="languages[]" value={code} defaultChecked={chosen.includes(code)} label={named(code)} />;
  return (
    <Group legend={t("languages")} hint={t("languagesHint")} error={error}>
      <input type="hidden" name="languages[]" value="" />
      <div className="boxes">{first.map(box)}</div>
      <Disclosure summary={t("moreLanguages")}>
        <div className="boxes">{rest.map(box)}</div>
      </Disclosure>
    </Group>
  );
}
