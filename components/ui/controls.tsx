import type { ComponentProps, ReactNode } from "react";
import { Group } from "./field";

const also = (own: string, more: string | undefined) => (more ? `${own} ${more}` : own);

export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type} className={also("inp", className)} />;
}

/** Grows with its text. `serif` for what others will read. */
export function Textarea({ className, serif, rows = 4, ...rest }: ComponentProps<"textarea"> & { serif?: boolean }) {
  return <textarea {...rest} rows={rows} className={also(serif ? "inp serif" : "inp", className)} />;
}

export type Option = { value: string; label: string; lang?: string };

/** Made anew when its default changes: after a refused form is reset, a list that stayed would fall back to its first choice. */
export function Select({ className, options, ...rest }: Omit<ComponentProps<"select">, "children"> & { options: readonly Option[] }) {
  return (
    <select key={String(rest.defaultValue)} {...rest} className={also("inp", className)}>
      {options.map(({ value, label, lang }) => (
        <option key={value} value={value} lang={lang}>
          {label}
        </option>
      ))}
    </select>
  );
}

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
      {hint && <span className="hint">{hint}</span>}
    </label>
  );
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  choices: readonly Choice[];
  chosen?: string | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Answers that stand outside the scale: "I do not know". */
  aside?: readonly Choice[];
  onChoose?: (value: string) => void;
};

/** One of a few, each a row of one bordered group: the whole row is the target. */
export function RadioGroup({ name, legend, choices, aside, chosen, hint, error, required = true, onChoose }: RadioGroupProps) {
  const row = ({ value, label, hint: note, disabled }: Choice) => (
    <label key={value}>
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={value === chosen}
        required={required}
        disabled={disabled}
        onChange={onChoose && (() => onChoose(value))}
      />
      <span>
        {label}
        {note && <span className="hint">{note}</span>}
      </span>
    </label>
  );
  return (
    <Group legend={legend} hint={hint} error={error}>
      <div className="opts" aria-invalid={error ? true : undefined}>{choices.map(row)}</div>
      {aside && <div className="alts">{aside.map(row)}</div>}
    </Group>
  );
}
