import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailForm } from "@/components/people/settings/email-form";
import { Identities } from "@/components/people/settings/identities";
import { PasswordForm } from "@/components/people/settings/password-form";
import { Sessions } from "@/components/people/settings/sessions";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { Section } from "@/components/ui/section";
import { Told } from "@/components/ui/told";
import { getMyAccount } from "@/lib/people/profiles/queries";
import { listMySessions } from "@/lib/people/sessions/queries";
import { refusedBy } from "@/lib/people/sessions/rules";
import { env } from "@/lib/platform/env";
import { Words } from "@/lib/platform/i18n/words";
import { mailIsKept } from "@/lib/platform/mail/send";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("signIn") };
}

export default async function SignInSettingsPage({ searchParams }: PageProps<"/settings/sign-in">) {
  const me = await requireActor();
  const [t, words, said, account, sessions] = await Promise.all([getTranslations("settings"), getTranslations("account"), searchParams, getMyAccount(me), listMySessions(me, new Date())]);
  if (!account) return null;
  const { email, handle, hasPassword, identities, emailChanges } = account;
  const refused = refusedBy(typeof said.error === "string" ? said.error : undefined);
  return (
    <>
      <SettingsHead current="signIn" />
      {refused && (
        <Told tone="bad">
          <p>{words(`refused.${refused}`)}</p>
        </Told>
      )}
      <Words of={["account", "settings"]}>
        <Section title={t("email.title")}>
          <p className="settings-text">{email ? t("email.now", { email }) : t("email.none", { handle })}</p>
          {hasPassword ? <EmailForm asked={emailChanges[0]?.email ?? null} /> : <p className="hint">{t("password.needed")}</p>}
          {hasPassword && mailIsKept() && <p className="hint settings-after">{words("mailKept")}</p>}
        </Section>
        <Section title={t("password.title")}>
          {hasPassword ? (
            <PasswordForm account={email ?? handle} />
          ) : (
            <p className="settings-text">
              {t("password.none")} <a href="/forgot">{t("password.ask")}</a>
            </p>
          )}
        </Section>
        <Identities identities={identities} offered={env().OIDC_ISSUER ?? null} />
        <Sessions sessions={sessions} current={me.sessionId} />
      </Words>
    </>
  );
}
