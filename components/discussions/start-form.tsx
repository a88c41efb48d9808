"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input, RadioGroup, Select } from "@/components/ui/controls";
import { Field, FieldError } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState, Editor } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { startDiscussionAction } from "@/lib/discussions/actions";
import { BODY_LIMIT, kinds, languages, TITLE_LIMIT, toStored } from "@/lib/discussions/rules";
import { localeNames } from "@/lib/platform/i18n/locale";
import { useProblems } from "@/lib/platform/i18n/problems";
import { Similar } from "./similar";
import { TagField } from "./tag-field";

type StartFormProps = { community: string; tags: readonly string[]; kind?: string | undefined; idempotencyKey: string; draft: Record<string, string> | undefined };

/** Asking or sharing: what it is, a title (with what was said before, as it is typed), the text, tags. */
export function StartForm({ community, tags, kind, idempotencyKey, draft }: StartFormProps) {
  const t = useTranslations("discussions");
  const problems = useProblems();
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(startDiscussionAction, { place: `discussion:${community}`, draft });
  const refused = answer && !answer.ok ? answer : null;
  const own = (code: string) => (code === "tag-letters" || code === "too-many-tags" ? t(`fields.${code}`) : undefined);
  const wrong = (name: string) => problems.field(Object.entries(refused?.fields ?? {}).find(([path]) => path.split(".")[0] === name)?.[1], own);
  const labels = { kind: t("form.kind"), title: t("form.title"), body: t("form.body"), tags: t("form.tags") };
  const fields = Object.entries(labels).flatMap(([name, label]) => (wrong(name) ? [{ name, label, text: wrong(name) }] : []));
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form">
      <FormStatus answer={answer} refused={refused && problems.refusal(refused.why, String)} fields={fields} />
      <input type="hidden" name="community" value={community} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <RadioGroup name="kind" chosen={value("kind", kind ?? "question")} choices={kinds.map((one) => ({ value: one, label: t(`kinds.${toStored(one)}`), hint: t(`kindHints.${toStored(one)}`) }))} legend={labels.kind} />
      <Field name="title" label={labels.title} hint={t("form.titleHint")} error={wrong("title")}>
        {(control) => <Input {...control} defaultValue={value("title")} maxLength={TITLE_LIMIT} autoComplete="off" />}
      </Field>
      <Similar field="field-title" community={community} title={t("form.similar")} />
      <div className="field">
        <label htmlFor="field-body">{labels.body}</label>
        <p className="hint" id="field-body-hint">{t("form.bodyHint")}</p>
        <Editor id="field-body" name="body" text={value("body")} community={community} maxLength={BODY_LIMIT} invalid={wrong("body") !== undefined} describedBy="field-body-hint field-body-error" />
        {wrong("body") && <FieldError id="field-body-error">{wrong("body")}</FieldError>}
      </div>
      <TagField value={value("tags")} error={wrong("tags")} known={tags} />
      <div className="help-only">
        <Field name="neededBy" label={t("form.neededBy")} error={wrong("neededBy")} optional>
          {(control) => <Input {...control} type="date" defaultValue={value("neededBy")} />}
        </Field>
      </div>
      <Field name="language" label={t("form.language")} optional>
        {(control) => <Select {...control} defaultValue={value("language")} options={[{ value: "", label: t("form.auto") }, ...languages.map((one) => ({ value: one, label: localeNames[one], lang: one }))]} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("form.post")}
        </Button>
        <a className="btn bare" href={`/communities/${community}`}>
          {t("form.cancel")}
        </a>
        <DraftState kept={kept} />
      </div>
    </form>
  );
}
