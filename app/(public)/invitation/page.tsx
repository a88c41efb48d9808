import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArrivalForm } from "@/components/people/door/arrival-form";
import { Words } from "@/lib/platform/i18n/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account.arrival"))("titleCode") });

export default async function InvitationCodePage() {
  const t = await getTranslations("account.arrival");
  return (
    <Words of={["account"]}>
      <h1>{t("titleCode")}</h1>
      <p className="door-deck">{t("deckCode")}</p>
      <ArrivalForm />
    </Words>
  );
}
