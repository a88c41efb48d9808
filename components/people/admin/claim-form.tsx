"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { claimAuthorAction } from "@/lib/people/authors/actions";
import { PersonField } from "./person-field";

/** Who an imported author is: their texts become that colleague's. */
export function ClaimForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("admin.authors");
  const [answer, claim, pending] = useActionState(claimAuthorAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={claim} className="form one">
      <FormStatus answer={answer} {...refusal.status(() => t("person"))} />
      <input type="hidden" name="id" value={id} />
      <PersonField name="person" id={`claim-${id}`} label={t("personOf", { name })} chosen={refusal.said("person")} error={refusal.field("person")} />
      <Button type="submit" small busy={pending}>
        {t("claim")}
      </Button>
    </form>
  );
}
