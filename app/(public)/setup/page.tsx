import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SetUpForm } from "@/components/people/door/setup-form";
import { isEmpty } from "@/lib/people/organisation/queries";
import { Words } from "@/lib/platform/i18n/words";
import { visitor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ((await isEmpty(visitor)) ? { title: (await getTranslations("account.setup"))("title") } : {});

/** Once: afterwards there is no such page. */
export default async function SetUpPage() {
  if (!(await isEmpty(visitor))) notFound();
  const t = await getTranslations("account.setup");
  return (
    <Words of={["account"]}>
      <h1>{t("title")}</h1>
      <p className="door-deck">{t("deck")}</p>
      <SetUpForm zones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
    </Words>
  );
}
