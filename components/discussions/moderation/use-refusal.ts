import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answer } from "@/lib/platform/action";
import type { Messages } from "@/lib/platform/i18n/messages";
import { useProblems } from "@/lib/platform/i18n/problems";
import type { KitRefusal } from "@/lib/platform/result";

export type OwnRefusal = keyof Messages["moderation"]["refused"];
export type Why = OwnRefusal | KitRefusal;
/** An action of this part, as a form takes it. */
export type Act<Out, W extends Why> = (before: Answer<Out, W> | null, form: FormData) => Promise<Answer<Out, W>>;

/** Words for what a command of this part refused: does not compile while a reason has none. */
export const useRefusal = <Out>(answer: Answer<Out, Why> | null) => {
  const t = useTranslations("moderation");
  const problems = useProblems();
  const refused = answer && !answer.ok ? answer : null;
  const field = (name: string) => problems.field(refused?.fields?.[name], (code) => (code === "no-address" ? t("fields.no-address") : undefined));
  const said = (name: string) => String(refused?.said?.[name] ?? "");
  const status = (label: (name: string) => ReactNode = () => null) => ({
    answer,
    refused: refused && problems.refusal(refused.why, (why) => t(`refused.${why}`)),
    fields: Object.keys(refused?.fields ?? {}).map((name) => ({ name, label: label(name), text: field(name) })),
  });
  return { refused, field, said, status };
};
