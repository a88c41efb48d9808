import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer } from "@/lib/platform/action";
import type { Messages } from "@/lib/platform/i18n/messages";
import { useProblems } from "@/lib/platform/i18n/problems";
import type { KitRefusal } from "@/lib/platform/result";

type Words = Messages["communities"];
export type OwnRefusal = keyof Words["refused"];
type OwnField = keyof Words["fields"];

const codes: Record<OwnField, true> = {
  "slug-letters": true, "slug-taken": true, "slug-reserved": true, "too-many": true, "tag-letters": true, "tag-exists": true, "no-such-tag": true, "same-tag": true,
  nobody: true, "not-a-member": true, "already-member": true, "already-invited": true, "has-asked": true, "has-declined": true, yourself: true,
};
const isOwn = (code: string): code is OwnField => Object.hasOwn(codes, code);

/** Words for what a command of this feature refused: does not compile while a reason has none. */
export const useRefusal = <Out>(answer: Answer<Out, OwnRefusal | KitRefusal> | null) => {
  const t = useTranslations("communities");
  const problems = useProblems();
  const refused = answer && !answer.ok ? answer : null;
  const field = (name: string) => {
    const found = Object.entries(refused?.fields ?? {}).find(([path]) => path.split(".")[0] === name)?.[1];
    return problems.field(found, (code) => (isOwn(code) ? t(`fields.${code}`) : undefined));
  };
  return {
    refused,
    field,
    status: (label: (name: string) => ReactNode) => ({
      refused: refused && problems.refusal(refused.why, (why) => t(`refused.${why}`)),
      fields: Object.keys(refused?.fields ?? {}).map((path) => path.split(".")[0] ?? path).map((name) => ({ name, label: label(name), text: field(name) })),
    }),
  };
};
