"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import type { Answer } from "@/lib/platform/action";
import { useDraft } from "./use-draft";

type Act<Out, Why extends string> = (before: Answer<Out, Why> | null, form: FormData) => Promise<Answer<Out, Why>>;

/**
 * A form that writes a text: its answer, what stands in its fields (said before a refusal, else the draft, else what was there),
 * and its draft. `key` is the idempotency key that the server minted; after a success the form is empty and has a new one.
 */
export const useWritingForm = <Out, Why extends string>(act: Act<Out, Why>, { place, key, draft }: { place: string; key: string; draft: Record<string, string> | undefined }) => {
  const form = useRef<HTMLFormElement>(null);
  const [answer, submit, pending] = useActionState(act, null);
  const [minted, mint] = useState(key);
  const { kept, later, done } = useDraft(form, place);
  const sent = useRef(answer);
  useEffect(() => {
    if (answer === sent.current) return;
    sent.current = answer;
    if (!answer?.ok) return;
    done();
    mint(key);
    for (const field of form.current?.querySelectorAll("textarea") ?? []) field.value = "";
  });
  const said = answer && !answer.ok ? answer.said : undefined;
  const value = (name: string, otherwise = "") => {
    const one = said?.[name] ?? (answer?.ok ? undefined : draft?.[name]);
    return (Array.isArray(one) ? one.join(", ") : one) ?? otherwise;
  };
  return { form, answer, submit, pending, minted, value, kept, later, done };
};
