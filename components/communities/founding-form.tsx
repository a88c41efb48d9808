"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Input, RadioGroup } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { DraftState } from "@/components/writing/editor";
import { useWritingForm } from "@/components/writing/use-form";
import { foundCommunityAction } from "@/lib/communities/actions";
import type { Advised } from "@/lib/communities/clarity/queries";
import { entries, toEntry } from "@/lib/communities/rules";
import { SimilarCommunities, useAdvice } from "./advice";
import { CharterFields, useFieldLabel } from "./charter-fields";
import { useRefusal } from "./use-refusal";
import { useTopic } from "./use-topic";

type FoundingFormProps = { idempotencyKey: string; draft: Record<string, string> | undefined; language: string };

/** Founding a community: five questions and guidance. Advice is given once, and stands in nobody's way. */
export function FoundingForm({ idempotencyKey, draft, language }: FoundingFormProps) {
  const t = useTranslations("communities.form");
  const entry = useTranslations("communities");
  const { form, answer, submit, pending, value, kept, later, done } = useWritingForm(foundCommunityAction, { place: "community:new", draft });
  const { advice, similar } = useTopic(form);
  const refusal = useRefusal(answer);
  const label = useFieldLabel();
  const advised = answer && !answer.ok && answer.why === "advice" ? (answer.current as Advised) : null;
  const initial: Record<string, string> = { rhythm: "monthly", entry: "open", language };
  const said = (name: string) => value(name, initial[name] ?? "");
  return (
    <form ref={form} action={submit} onInput={later} onSubmit={done} className="form narrow">
      {!advised && <FormStatus answer={answer} {...refusal.status(label)} />}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {!advised && <input type="hidden" name="advise" value="yes" />}
      <CharterFields value={said} wrong={refusal.field} advice={advised ? {} : advice} afterTopic={advised ? undefined : <SimilarCommunities list={similar} />} />
      <RadioGroup name="entry" legend={t("entry")} chosen={said("entry")} choices={entries.map((one) => ({ value: one, label: entry(`entry.${toEntry(one)}`), hint: entry(`entryHints.${toEntry(one)}`) }))} />
      <Field name="slug" label={t("slug")} hint={t("slugHint")} error={refusal.field("slug")} optional>
        {(control) => <Input {...control} defaultValue={said("slug")} maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </Field>
      {advised && <AdviceBox advised={advised} />}
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t(advised ? "anyway" : "submit")}
        </Button>
        <LinkButton look="bare" href={"/communities" as Route}>
          {t("cancel")}
        </LinkButton>
        {kept && <DraftState kept={kept} />}
      </div>
    </form>
  );
}

function AdviceBox({ advised: { advice, similar } }: { advised: Advised }) {
  const t = useTranslations("communities.form");
  const say = useAdvice();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [advice]);
  return (
    <div className="advice" role="alert" tabIndex={-1} ref={box}>
      <p className="lab">{t("advice")}</p>
      <p>{t("adviceDeck")}</p>
      {advice.length > 0 && (
        <ul>
          {advice.map((one) => (
            <li key={one.what}>{say(one)}</li>
          ))}
        </ul>
      )}
      <SimilarCommunities list={similar} />
    </div>
  );
}
