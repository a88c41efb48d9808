import { type ReactNode, useId } from "react";

/** Long work, and how far it has come; without `value` one knows only that it goes on. The words say the same. */
export function Progress({ label, value, max = 1 }: { label: ReactNode; value?: number; max?: number }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="hint">{label}</label>
      <progress id={id} className="laid" value={value} max={max} />
    </div>
  );
}
