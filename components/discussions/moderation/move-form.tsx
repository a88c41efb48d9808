"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { moveDiscussionAction, proposeMoveAction } from "@/lib/discussions/moves/actions";
import { type Act, useRefusal, type Why } from "./use-refusal";

type MoveFormProps = { id: string; /** Out of a private community its authors are asked first. */ asks: boolean; targets: readonly { slug: string; name: string }[] };

/** To which community a discussion goes, or to which it would go. */
export function MoveForm({ id, asks, targets }: MoveFormProps) {
  return asks ? <Form id={id} targets={targets} act={proposeMoveAction} submit="propose" /> : <Form id={id} targets={targets} act={moveDiscussionAction} submit="submit" />;
}

type FormProps<Out, W extends Why> = Omit<MoveFormProps, "asks"> & { act: Act<Out, W>; submit: "propose" | "submit" };

function Form<Out, W extends Why>({ id, targets, act, submit }: FormProps<Out, W>) {
  const t = useTranslations("moderation.move");
  const [answer, send, pending] = useActionState(act, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form narrow">
      <FormStatus {...refusal.status(() => t("to"))} />
      <input type="hidden" name="id" value={id} />
      <Field name="to" label={t("to")} hint={t("toHint")} error={refusal.field("to")}>
        {(control) => (
          <Select {...control} defaultValue={refusal.said("to")} options={[{ value: "", label: t("choose") }, ...targets.map(({ slug, name }) => ({ value: slug, label: name }))]} />
        )}
      </Field>
      <div className="acts">
        <Button type="submit" icon="move" busy={pending}>
          {t(submit)}
        </Button>
      </div>
    </form>
  );
}
