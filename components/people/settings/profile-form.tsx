"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Stands } from "@/components/people/stands";
import { TimeZoneField } from "@/components/people/time-zone-field";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { editProfileAction } from "@/lib/people/profiles/actions";
import { ABOUT_LIMIT, NAME_LIMIT } from "@/lib/people/rules";
import { LanguageBoxes } from "./language-boxes";

export type Profile = { version: number; name: string; handle: string; position: string; about: string; knows: string[]; wants: string[]; languages: string[]; timeZone: string | null };
type ProfileFormProps = { profile: Profile; unit: string | null; zones: readonly string[] };

/** One's own profile. Where it has changed meanwhile, what stands now is shown beside what was typed. */
export function ProfileForm({ profile, unit, zones }: ProfileFormProps) {
  const t = useTranslations("settings.profile");
  const [answer, save, pending] = useActionState(editProfileAction, null);
  const refusal = useRefusal(answer);
  const now = refusal.refused?.why === "stale" ? (refusal.refused.current as Profile | undefined) : undefined;
  const labels = { name: t("name"), handle: t("handle"), position: t("position"), about: t("about"), knows: t("knows"), wants: t("wants"), languages: t("languages"), timeZone: t("timeZone") };
  type Text = "name" | "handle" | "position" | "about" | "knows" | "wants";
  const stored = (from: Profile, name: Text) => (Array.isArray(from[name]) ? from[name].join(", ") : from[name]);
  const value = (name: Text) => refusal.said(name, stored(profile, name));
  const stands = (name: Text) => now && stored(now, name) !== value(name) && <Stands>{stored(now, name)}</Stands>;
  const languages = refusal.refused ? (refusal.refused.said?.languages as string[] | undefined)?.filter(Boolean) : undefined;
  return (
    <form action={save} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((name) => labels[name as keyof typeof labels] ?? name)} />
      <input type="hidden" name="version" value={now?.version ?? profile.version} />
      <Field name="name" label={labels.name} error={refusal.field("name")}>
        {(control) => <Input {...control} defaultValue={value("name")} maxLength={NAME_LIMIT} autoComplete="name" />}
      </Field>
      {stands("name")}
      <Field name="handle" label={labels.handle} hint={t("handleHint")} error={refusal.field("handle")}>
        {(control) => <Input {...control} defaultValue={value("handle")} maxLength={41} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </Field>
      {stands("handle")}
      <Field name="position" label={labels.position} hint={unit ? t("unit", { unit }) : t("noUnit")} error={refusal.field("position")} optional>
        {(control) => <Input {...control} defaultValue={value("position")} maxLength={120} autoComplete="organization-title" />}
      </Field>
      {stands("position")}
      <Field name="knows" label={labels.knows} hint={t("knowsHint")} error={refusal.field("knows")} optional>
        {(control) => <Textarea {...control} rows={2} defaultValue={value("knows")} />}
      </Field>
      {stands("knows")}
      <Field name="wants" label={labels.wants} hint={t("wantsHint")} error={refusal.field("wants")} optional>
        {(control) => <Textarea {...control} rows={2} defaultValue={value("wants")} />}
      </Field>
      {stands("wants")}
      <Field name="about" label={labels.about} hint={t("aboutHint")} error={refusal.field("about")} optional>
        {(control) => <Textarea {...control} serif defaultValue={value("about")} maxLength={ABOUT_LIMIT} />}
      </Field>
      {stands("about")}
      <LanguageBoxes chosen={languages ?? profile.languages} error={refusal.field("languages")} />
      <TimeZoneField label={labels.timeZone} zones={zones} chosen={refusal.said("timeZone", profile.timeZone)} error={refusal.field("timeZone")} optional />
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
