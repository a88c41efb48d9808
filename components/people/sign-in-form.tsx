"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { signInAction } from "@/lib/people/sessions/actions";

type Props = { from: string; failed: boolean };

/** Works without JavaScript too: the answer then comes back as a page, with the address still in its field. */
export function SignInForm({ from, failed }: Props) {
  const t = useTranslations("account");
  const [answer, signIn, pending] = useActionState(signInAction, null);
  const why = answer && !answer.ok ? answer.why : failed ? "wrong" : null;

  return (
    <form action={signIn}>
      <input type="hidden" name="from" value={from} />
      {why && <p role="alert">{t(`signIn.refused.${why}`)}</p>}
      <label htmlFor="email">{t("signIn.email")}</label>
      <input id="email" name="email" autoComplete="username" autoCapitalize="none" spellCheck={false} required maxLength={254} aria-describedby="email-hint" defaultValue={String(answer?.said?.email ?? "")} />
      <p id="email-hint">{t("signIn.emailHint")}</p>
      <label htmlFor="password">{t("signIn.password")}</label>
      <input id="password" name="password" type="password" autoComplete="current-password" required maxLength={1024} />
      <button disabled={pending}>{t("signIn.submit")}</button>
    </form>
  );
}
