import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/people/door/forgot-form";
import { Told } from "@/components/ui/told";
import { Words } from "@/lib/platform/i18n/words";
import { mailIsKept } from "@/lib/platform/mail/send";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account.forgot"))("title") });

export default async function ForgotPage({ searchParams }: PageProps<"/forgot">) {
  const t = await getTranslations("account");
  const sent = (await searchParams).sent === "1";
  return (
    <Words of={["account"]}>
      <h1>{t("forgot.title")}</h1>
      {sent ? (
        <>
          <Told tone="done">
            <p>{t("forgot.sent")}</p>
          </Told>
          <p className="door-ways">
            <a href="/sign-in">{t("forgot.back")}</a>
            <a href="/forgot">{t("forgot.again")}</a>
          </p>
        </>
      ) : (
        <>
          <p className="door-deck">{t("forgot.deck")}</p>
          <ForgotForm />
        </>
      )}
      {mailIsKept() && <p className="hint door-note">{t("mailKept")}</p>}
    </Words>
  );
}
