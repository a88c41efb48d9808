"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusal } from "@/components/people/use-refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/controls";
import { Field } from "@/components/ui/field";
import { FormStatus } from "@/components/ui/form-status";
import { Told } from "@/components/ui/told";
import { setEmailAction } from "@/lib/people/accounts/actions";
import { closeAccountAction, eraseAccountAction } from "@/lib/people/departures/actions";
import { inviteAgainAction } from "@/lib/people/invitations/actions";
import { PersonField } from "./person-field";
import { Slip, type SlipFacts } from "./slip";

/** HR puts right what was misspelt; both addresses are told. */
export function EmailOfForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations("admin.account");
  const [answer, set, pending] = useActionState(setEmailAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={set} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("email"))} />
      <input type="hidden" name="id" value={id} />
      <Field name="email" label={t("email")} hint={t("emailHint")} error={refusal.field("email")} optional>
        {(control) => <Input {...control} type="email" defaultValue={refusal.said("email", email)} maxLength={254} autoComplete="off" />}
      </Field>
      <div className="acts">
        <Button type="submit" busy={pending}>
          {t("emailSubmit")}
        </Button>
      </div>
    </form>
  );
}

/** The invitation once more, or a new code for whoever has lost the password and has no mail address. */
export function InviteAgainForm({ id, byCode, site }: { id: string; byCode: boolean; site: SlipFacts }) {
  const t = useTranslations("admin.account");
  const [answer, invite, pending] = useActionState(inviteAgainAction, null);
  const refusal = useRefusal(answer);
  const done = answer?.ok ? answer.value : null;
  return (
    <>
      {done && (done.code ? <Slip name={done.name} handle={done.handle} code={done.code} site={site} /> : <Told tone="done"><p>{t("mailed")}</p></Told>)}
      <form action={invite} className="form">
        <FormStatus answer={answer} {...refusal.status((name) => name)} />
        <input type="hidden" name="id" value={id} />
        <Button type="submit" busy={pending}>
          {t(byCode ? "newCode" : "mailAgain")}
        </Button>
      </form>
    </>
  );
}

export function CloseForm({ id }: { id: string }) {
  const t = useTranslations("admin.account");
  const [answer, close, pending] = useActionState(closeAccountAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={close} className="form narrow">
      <FormStatus answer={answer} {...refusal.status(() => t("heir"))} />
      <input type="hidden" name="id" value={id} />
      <PersonField name="heir" label={t("heir")} hint={t("heirHint")} chosen={refusal.said("heir")} error={refusal.field("heir")} optional />
      <div className="acts">
        <Button type="submit" look="grave" busy={pending}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}

export function EraseForm({ id }: { id: string }) {
  const t = useTranslations("admin.account");
  const [answer, erase, pending] = useActionState(eraseAccountAction, null);
  const refusal = useRefusal(answer);
  return (
    <form action={erase} className="form">
      <FormStatus answer={answer} {...refusal.status((name) => name)} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" look="grave" busy={pending}>
        {t("erase")}
      </Button>
    </form>
  );
}
