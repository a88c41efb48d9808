import { useTranslations } from "next-intl";
import type { Answer } from "@/lib/platform/action";
import type { Messages } from "@/lib/platform/i18n/messages";
import { useProblems } from "@/lib/platform/i18n/problems";
import type { KitRefusal } from "@/lib/platform/result";

type OwnRefusal = keyof Messages["feeds"]["refused"];

/** Words for why no address was made: does not compile while a reason has none. */
export const useRefusal = <Out>(answer: Answer<Out, OwnRefusal | KitRefusal> | null) => {
  const t = useTranslations("feeds");
  const problems = useProblems();
  const refused = answer && !answer.ok ? answer : null;
  return { refused: refused && problems.refusal(refused.why, (why) => t(`refused.${why}`)), field: problems.field(refused?.fields?.path) };
};
