"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { OwnRows } from "@/components/ui/own-rows";
import { Life, Secret } from "@/components/ui/secret";
import { Section } from "@/components/ui/section";
import { makeTokenAction, revokeTokenAction } from "@/lib/people/tokens/actions";

type Token = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

export function Tokens({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations("settings.tokens");
  return (
    <>
      <Section title={t("make")}>
        <TokenForm />
      </Section>
      <OwnRows
        title={t("title")}
        none={t("none")}
        rows={tokens.map(({ id, name, ...life }) => ({ id, title: name, meta: <Life made={t("made")} used={t("used")} unused={t("unused")} {...life} />, says: t("revokeOne", { name }) }))}
        action={revokeTokenAction}
        label={t("revoke")}
        look="grave"
      />
    </>
  );
}

function TokenForm() {
  const t = useTranslations("settings.tokens");
  const [answer, make, pending] = useActionState(makeTokenAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={make} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("name"))} />
      {answer?.ok && <Secret says={t("shown")} label={t("token")} text={answer.value.token} />}
      <Field name="name" label={t("name")} hint={t("nameHint")} error={refusal.field("name")}>
        {(control) => <Input {...control} defaultValue={refusal.said("name")} maxLength={80} autoComplete="off" />}
      </Field>
      <div className="acts">
        <Button type="submit" look="primary" busy={pending}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
