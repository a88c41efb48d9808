"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";

type TagFieldProps = { value: string; hint?: ReactNode; error?: ReactNode; /** The words that the community uses, the most used first. */ known: readonly string[] };

/** Words with commas between them; the browser's own list completes the one that is being typed. */
export function TagField({ value, hint, error, known }: TagFieldProps) {
  const t = useTranslations("discussions.form");
  const list = useId();
  const [typed, setTyped] = useState(value);
  const before = typed.slice(0, typed.lastIndexOf(",") + 1).trimEnd();
  const said = new Set(before.split(",").map((word) => word.trim()));
  return (
    <Field name="tags" label={t("tags")} hint={hint ?? t("tagsHint")} error={error} optional>
      {(control) => (
        <>
          <Input {...control} defaultValue={value} list={list} autoComplete="off" autoCapitalize="none" onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
          <datalist id={list}>
            {known.filter((word) => !said.has(word)).map((word) => (
              <option key={word} value={before ? `${before} ${word}` : word} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
