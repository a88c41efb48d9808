import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer } from "@/lib/platform/action";
import type { Messages } from "@/lib/platform/i18n/messages";
import { useProblems } from "@/lib/platform/i18n/problems";
import type { KitRefusal } from "@/lib/platform/result";

type Words = Messages["account"];
export type OwnRefusal = keyof Words["refused"];
export type OwnField = keyof Words["fields"];

const codes: Record<OwnField, true> = {
  "handle-letters": true, "handle-taken": true, email: true, "email-taken": true, "email-same": true, "person-unknown": true, "unit-unknown": true, "own-manager": true,
  "password-too-short": true, "password-too-long": true, "password-common": true, "password-wrong": true, "time-zone": true, language: true, day: true, "word-too-long": true,
  "too-many-words": true, "ends-before-start": true, "over-already": true, "too-long-away": true, "away-already": true, "code-letters": true, "code-taken": true,
  "under-itself": true, category: true, "yes-or-no": true, "no-table": true, "column-missing": true, "too-many-rows": true, "not-utf-8": true, "file-too-large": true,
  "twice-in-file": true, "not-yours": true, "row-broken": true, "holiday-already": true,
};
export const isOwnField = (code: string): code is OwnField => Object.hasOwn(codes, code);

/** Words for what a command of this feature refused: does not compile while a reason has none. */
export const useRefusal = <Out>(answer: Answer<Out, OwnRefusal | KitRefusal> | null) => {
  const t = useTranslations("account");
  const problems = useProblems();
  const refused = answer && !answer.ok ? answer : null;
  const field = (name: string) => {
    const found = Object.entries(refused?.fields ?? {}).find(([path]) => path.split(".")[0] === name)?.[1];
    return problems.field(found, (code) => (isOwnField(code) ? t(`fields.${code}`) : undefined));
  };
  const said = (name: string, otherwise: string | null | undefined = "") => {
    const one = refused?.said?.[name];
    return (Array.isArray(one) ? one.join(", ") : one) ?? otherwise ?? "";
  };
  return {
    refused,
    field,
    /** What was typed before a refusal, else what stands there. */
    said,
    status: (label: (name: string) => ReactNode) => ({
      refused: refused && problems.refusal(refused.why, (why) => t(`refused.${why}`)),
      fields: [...new Set(Object.keys(refused?.fields ?? {}).map((path) => path.split(".")[0] ?? path))].map((name) => ({ name, label: label(name), text: field(name) })),
    }),
  };
};
