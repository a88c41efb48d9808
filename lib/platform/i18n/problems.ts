import { useTranslations } from "next-intl";
import type { KitRefusal } from "../result";
import type { Messages } from "./messages";

const kit: Record<KitRefusal, true> = { invalid: true, "not-found": true, forbidden: true, stale: true, conflict: true, "too-many-requests": true };
const isKit = (why: string): why is KitRefusal => Object.hasOwn(kit, why);

type FieldCode = Exclude<keyof Messages["errors"]["fields"], "other">;
const known: Record<FieldCode, true> = { required: true, "too-long": true, "too-short": true };
const isField = (code: string): code is FieldCode => Object.hasOwn(known, code);

/**
 * Words for what a command refused. The kit's own reasons are said here, once for all features; `own` says the rest,
 * and does not compile while a reason lacks words. Of a field's codes the first is said.
 */
export const useProblems = () => {
  const t = useTranslations("errors");
  return {
    refusal: <Why extends string>(why: Why, own: (why: Exclude<Why, KitRefusal>) => string) => {
      const reason: string = why;
      return isKit(reason) ? t(`refused.${reason}`) : own(why as Exclude<Why, KitRefusal>);
    },
    field: (codes: readonly string[] | undefined, own?: (code: string) => string | undefined) => {
      const [code] = codes ?? [];
      if (!code) return undefined;
      return own?.(code) ?? t(isField(code) ? `fields.${code}` : "fields.other");
    },
  };
};
