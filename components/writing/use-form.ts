"use client";

import { useActionState, useRef } from "react";
import type { Answer } from "@/lib/platform/action";
import { useDraft } from "./use-draft";

type Act<Out, Why extends string> = (before: Answer<Out, Why> | null, form: FormData) => Promise<Answer<Out, Why>>;

/**
 * A form that writes a text: its answer, what stands in its fields (said before a refusal, else the draft, else what was there),
 * and its draft. After a success React empties the form, since nothing stands in its fields any more.
 */
export const useWritingForm = <Out, Why extends string>(act: Act<Out, Why>, { place, draft }: { place: string; draft: Record<string, string> | undefined }) => {
  const form = useRef<HTMLFormElement>(null);
  const [answer, submit, pending] = useActionState(act, null);
  const { kept, later, done } = useDraft(form, place);
  const said = answer && !answer.ok ? answer.said : undefined;
  const value = (name: string, otherwise = "") => {
    const one = said?.[name] ?? (answer?.ok ? undefined : draft?.[name]);
    return (Array.isArray(one) ? one.join(", ") : one) ?? otherwise;
  };
  return { form, answer, submit, pending, value, kept, later, done };
};
