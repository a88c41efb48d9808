"use client";

import { useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";

type Suggested = { handle: string; name: string; unit: string | null };
type PersonFieldProps = { name: string; label: string; hint?: string; error?: string | undefined; chosen?: string; optional?: boolean; id?: string };

const PATIENCE = 200;

/** A colleague by handle or mail address; while one types, the browser's own list offers whom it may be. */
export function PersonField({ name, label, hint, error, chosen = "", optional = false, id = `field-${name}` }: PersonFieldProps) {
  const [people, setPeople] = useState<Suggested[]>([]);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => (clearTimeout(waiting.current), asking.current?.abort()), []);
  const ask = async (text: string) => {
    asking.current?.abort();
    asking.current = new AbortController();
    try {
      const reply = await fetch(`/people/suggest?q=${encodeURIComponent(text)}`, { signal: asking.current.signal });
      if (reply.ok) setPeople(((await reply.json()) as { items: Suggested[] }).items);
    } catch {
      // typed on, or no connection: what is typed counts without a list, too
    }
  };
  const later = (text: string) => {
    clearTimeout(waiting.current);
    if (text.trim() && !people.some(({ handle }) => handle === text)) waiting.current = setTimeout(() => void ask(text), PATIENCE);
  };
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional} id={id}>
      {(control) => (
        <>
          <Input {...control} defaultValue={chosen} list={`${id}-people`} onChange={(event) => later(event.target.value)} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={254} />
          <datalist id={`${id}-people`}>
            {people.map((one) => (
              <option key={one.handle} value={one.handle} label={[one.name, one.unit].filter(Boolean).join(", ")} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
