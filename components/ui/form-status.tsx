"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Wrong = { name: string; label: ReactNode; text: ReactNode; id?: string };

type FormStatusProps = {
  /** A new object for every answer of the server, so that the same refusal is announced again; null before the first. */
  answer: object | null;
  /** What was refused and why, in a sentence. Nothing is shown without it. */
  refused?: ReactNode;
  /** Fields to change, each with the way to it. */
  fields?: readonly Wrong[];
};

/** Stands before a form; when a refusal comes back, the focus goes to it, so that it is heard first and the fields follow. */
export function FormStatus({ answer, refused, fields = [] }: FormStatusProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer && refused) box.current?.focus();
  }, [answer, refused]);
  if (!refused) return null;
  return (
    <div className="told" role="alert" tabIndex={-1} ref={box}>
      <p>{refused}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ name, label, text, id }) => (
            <li key={name}>
              <a href={`#${id ?? `field-${name}`}`}>{label}</a>: {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
