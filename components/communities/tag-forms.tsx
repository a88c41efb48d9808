"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import type { Answer } from "@/lib/platform/action";
import type { KitRefusal } from "@/lib/platform/result";
import { addSynonymAction, mergeTagAction, renameTagAction } from "@/lib/communities/tags/actions";
import { type OwnRefusal, useRefusal } from "./use-refusal";

type Act<Out, Why extends OwnRefusal> = (before: Answer<Out, Why | KitRefusal> | null, form: FormData) => Promise<Answer<Out, Why | KitRefusal>>;
type OneWordProps<Out, Why extends OwnRefusal> = { act: Act<Out, Why>; id: string; name: "name" | "into"; what: "rename" | "merge" | "synonym"; list?: string; hint?: string };

/** A form of one word. */
function OneWord<Out, Why extends OwnRefusal>({ act, id, name, what, list, hint }: OneWordProps<Out, Why>) {
  const t = useTranslations("communities.tagsPage");
  const [answer, send, pending] = useActionState<Answer<Out, Why | KitRefusal> | null, FormData>(act, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form one">
      <FormStatus answer={answer} refused={refusal.field(name) ? undefined : refusal.status(String).refused} />
      <input type="hidden" name="id" value={id} />
      <Field name={name} id={`${what}-${id}`} label={t(what)} hint={hint} error={refusal.field(name)}>
        {(control) => <Input {...control} defaultValue={String(refusal.refused?.said?.[name] ?? "")} maxLength={40} list={list} autoComplete="off" autoCapitalize="none" />}
      </Field>
      <Button type="submit" small busy={pending}>
        {t(`submit.${what}`)}
      </Button>
    </form>
  );
}

/** What a leader does with a tag: another name, into another tag, another word for it. */
export function TagForms({ id, list }: { id: string; list: string }) {
  const t = useTranslations("communities.tagsPage");
  return (
    <div className="tag-forms">
      <OneWord act={renameTagAction} id={id} name="name" what="rename" hint={t("renameHint")} />
      <OneWord act={mergeTagAction} id={id} name="into" what="merge" list={list} />
      <OneWord act={addSynonymAction} id={id} name="name" what="synonym" />
    </div>
  );
}
