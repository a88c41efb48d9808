"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Dot } from "@/components/ui/rows";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { Told } from "@/components/ui/told";
import { makeTokenAction, revokeTokenAction } from "@/lib/people/tokens/actions";

type Token = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

export function Tokens({ tokens }: { tokens: readonly Token[] }) {
  const t = useTranslations("settings.tokens");
  return (
    <>
      <Section title={t("make")}>
        <TokenForm />
      </Section>
      <Section title={t("title")} count={tokens.length || undefined}>
        {tokens.length === 0 ? (
          <Empty>{t("none")}</Empty>
        ) : (
          <ul className="rows">
            {tokens.map(({ id, name, createdAt, lastUsedAt }) => (
              <li key={id} className="ask-row">
                <div>
                  <h3 className="row-t">{name}</h3>
                  <p className="row-m">
                    {t("made")} <Time at={createdAt} as="day" />
                    <Dot />
                    {lastUsedAt ? (
                      <>
                        {t("used")} <Time at={lastUsedAt} />
                      </>
                    ) : (
                      t("unused")
                    )}
                  </p>
                </div>
                <form action={revokeTokenAction}>
                  <input type="hidden" name="id" value={id} />
                  <Button type="submit" small look="grave" aria-label={t("revokeOne", { name })}>
                    {t("revoke")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** The token is shown in the answer to the form, this once: nobody can show it again. */
function TokenForm() {
  const t = useTranslations("settings.tokens");
  const [answer, make, pending] = useActionState(makeTokenAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={make} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("name"))} />
      {answer?.ok && (
        <Told tone="done">
          <p>{t("shown")}</p>
          <output className="secret" aria-label={t("token")}>
            {answer.value.token}
          </output>
        </Told>
      )}
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
