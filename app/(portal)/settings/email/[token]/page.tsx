import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmEmail } from "@/components/people/settings/confirm-email";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { getEmailChange } from "@/lib/people/accounts/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.email"))("confirmTitle") };
}

export default async function ConfirmEmailPage({ params }: PageProps<"/settings/email/[token]">) {
  const { token } = await params;
  const [t, change] = await Promise.all([getTranslations("settings.email"), getEmailChange(await requireActor(), token)]);
  return change ? (
    <Words of={["account", "settings"]}>
      <PageHead title={t("confirmTitle")} deck={t("confirmText", { email: change.email })} />
      <ConfirmEmail token={token} />
    </Words>
  ) : (
    <>
      <PageHead title={t("over")} deck={t("overText")} />
      <LinkButton href={"/settings/sign-in" as Route}>{t("back")}</LinkButton>
    </>
  );
}
