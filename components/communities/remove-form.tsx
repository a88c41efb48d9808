"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Textarea } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { removeMemberAction } from "@/lib/communities/members/actions";
import { useRefusal } from "./use-refusal";

/** Ending somebody's membership, with a reason that they are told. */
export function RemoveForm({ slug, handle, name }: { slug: string; handle: string; name: string }) {
  const t = useTranslations("communities.remove");
  const [answer, send, pending] = useActionState(removeMemberAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus answer={answer} {...refusal.status((field) => (field === "reason" ? t("reason") : name))} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="handle" value={handle} />
      <Field name="reason" label={t("reason")} error={refusal.field("reason")}>
        {(control) => <Textarea {...control} rows={2} defaultValue={String(refusal.refused?.said?.reason ?? "")} maxLength={500} />}
      </Field>
      <div className="acts">
        <Button type="submit" look="grave" busy={pending}>
          {t("submit")}
        </Button>
        <LinkButton look="bare" href={`/communities/${slug}/members` as Route}>
          {t("cancel")}
        </LinkButton>
      </div>
    </form>
  );
}
