"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Input, RadioGroup, Select, Textarea } from "@/components/ui/controls";
import { type Control, Field } from "@/components/ui/field";
import type { Advice } from "@/lib/communities/clarity/rules";
import { DOMAIN_LIMIT, languages, NAME_LIMIT, rhythms, TEXT_LIMIT, toRhythm } from "@/lib/communities/rules";
import { localeNames } from "@/lib/platform/i18n/locale";
import { LiveAdvice } from "./advice";

export type CharterField = "name" | "domain" | "inScope" | "outOfScope" | "sampleQuestions" | "intendedMembers" | "norms" | "rhythm" | "firstItems" | "language";
type Words = "name" | "domain" | "inScope" | "outOfScope" | "questions" | "who" | "norms" | "items";
const labels: Record<Exclude<CharterField, "rhythm" | "language">, Words> = {
  name: "name", domain: "domain", inScope: "inScope", outOfScope: "outOfScope", sampleQuestions: "questions", intendedMembers: "who", norms: "norms", firstItems: "items",
};
const hinted = ["name", "domain", "questions", "who", "norms", "items"] as const;
type Hinted = (typeof hinted)[number];
const isHinted = (words: Words): words is Hinted => hinted.some((one) => one === words);

const isText = (name: string): name is keyof typeof labels => Object.hasOwn(labels, name);

/** The word for a field, where something about it is said elsewhere. */
export const useFieldLabel = () => {
  const t = useTranslations("communities.form");
  return (name: string) => (isText(name) ? t(labels[name]) : name === "slug" || name === "rhythm" || name === "entry" || name === "language" ? t(name) : name);
};

type CharterFieldsProps = {
  value: (name: CharterField) => string;
  wrong: (name: string) => string | undefined;
  advice?: Record<string, Advice[]>;
  /** What somebody else has made of this field meanwhile. */
  beside?: (name: CharterField) => ReactNode;
  afterTopic?: ReactNode;
};

/** The charter in the three parts a community of practice has: domain, community, practice (domain 3.1). */
export function CharterFields({ value, wrong, advice = {}, beside, afterTopic }: CharterFieldsProps) {
  const t = useTranslations("communities");
  const text = (name: keyof typeof labels, control: (control: Control) => ReactNode, optional = true) => (
    <div key={name}>
      <Field name={name} label={t(`form.${labels[name]}`)} hint={isHinted(labels[name]) ? t(`form.${labels[name]}Hint`) : undefined} error={wrong(name)} optional={optional}>
        {control}
      </Field>
      <LiveAdvice advice={advice[name]} />
      {beside?.(name)}
    </div>
  );
  const long = (name: keyof typeof labels, limit: number, rows: number) => text(name, (control) => <Textarea {...control} serif rows={rows} defaultValue={value(name)} maxLength={limit} />);
  return (
    <>
      <h2>{t("about.domain")}</h2>
      {text("name", (control) => <Input {...control} defaultValue={value("name")} maxLength={NAME_LIMIT} autoComplete="off" />, false)}
      {text("domain", (control) => <Textarea {...control} serif rows={2} defaultValue={value("domain")} maxLength={DOMAIN_LIMIT} />, false)}
      {afterTopic}
      {long("inScope", TEXT_LIMIT, 3)}
      {long("outOfScope", TEXT_LIMIT, 3)}
      {long("sampleQuestions", TEXT_LIMIT, 3)}
      <h2>{t("about.community")}</h2>
      {long("intendedMembers", TEXT_LIMIT, 3)}
      {long("norms", TEXT_LIMIT, 3)}
      <RadioGroup name="rhythm" legend={t("form.rhythm")} hint={t("form.rhythmHint")} chosen={value("rhythm")} choices={rhythms.map((one) => ({ value: one, label: t(`rhythm.${toRhythm(one)}`) }))} />
      {beside?.("rhythm")}
      <h2>{t("about.practice")}</h2>
      {long("firstItems", TEXT_LIMIT * 2, 4)}
      <Field name="language" label={t("form.language")} error={wrong("language")}>
        {(control) => <Select {...control} key={value("language")} defaultValue={value("language")} options={languages.map((one) => ({ value: one, label: localeNames[one], lang: one }))} />}
      </Field>
      {beside?.("language")}
    </>
  );
}
