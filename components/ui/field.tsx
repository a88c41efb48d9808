import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Icon } from "./icon";

/** What a field hands to its control, so that label, hint and error belong to it for those who listen too. */
export type Control = { id: string; name: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined; required: boolean };

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** One sentence: what to change. */
  error?: ReactNode;
  /** Fields are needed unless they say otherwise; an optional one carries the word. */
  optional?: boolean;
  /** `field-<name>` unless there are several forms on the page. */
  id?: string;
  children: (control: Control) => ReactNode;
};

/** Label, hint, control, error, in this order and tied together: `<Field …>{(control) => <Input {...control} />}</Field>`. */
export function Field({ name, label, hint, error, optional = false, id = `field-${name}`, children }: FieldProps) {
  const t = useTranslations("ui");
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet"> {t("optional")}</span>}
      </label>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children({ id, name, "aria-describedby": described, "aria-invalid": error ? true : undefined, required: !optional })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon name="warn" small />
      <span>{children}</span>
    </p>
  );
}

type GroupProps = { legend: ReactNode; hint?: ReactNode; error?: ReactNode; children: ReactNode };

/** Several controls that answer one question. */
export function Group({ legend, hint, error, children }: GroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className="field group" aria-describedby={described}>
      <legend>{legend}</legend>
      {hint && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
