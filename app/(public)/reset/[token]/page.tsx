import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "@/components/people/door/reset-form";
import { LinkButton } from "@/components/ui/button";
import { getReset } from "@/lib/people/resets/queries";
import { Words } from "@/lib/platform/i18n/words";
import { visitor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account.reset"))("title") });

export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const [t, person] = await Promise.all([getTranslations("account.reset"), getReset(visitor, token)]);
  return person ? (
    <Words of={["account"]}>
      <h1>{t("titleFor", { name: person.name ?? "" })}</h1>
      <p className="door-deck">{t("deck")}</p>
      <ResetForm token={token} account={person.email ?? person.handle} />
    </Words>
  ) : (
    <>
      <h1>{t("over")}</h1>
      <p className="door-deck">{t("overDeck")}</p>
      <LinkButton href="/forgot" look="primary">
        {t("again")}
      </LinkButton>
    </>
  );
}
