"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { resolveReportAction } from "@/lib/discussions/reports/actions";
import { REASON_LIMIT } from "@/lib/discussions/reports/rules";
import { useRefusal } from "../moderation/use-refusal";

/** What a leader did about a report. */
export function ResolveForm({ id }: { id: string }) {
  const t = useTranslations("moderation.reports");
  const [answer, send, pending] = useActionState(resolveReportAction, null);
  const refusal = useRefusal(answer);
  const field = `resolution-${id}`;
  return (
    <form action={send} className="form narrow">
      <FormStatus {...refusal.status(() => t("resolution"))} />
      <input type="hidden" name="id" value={id} />
      <Field name="resolution" id={field} label={t("resolution")} error={refusal.field("resolution")}>
        {(control) => <Input {...control} maxLength={REASON_LIMIT} defaultValue={refusal.said("resolution")} />}
      </Field>
      <div className="acts">
        <Button type="submit" small icon="check" busy={pending}>
          {t("resolve")}
        </Button>
      </div>
    </form>
  );
}
