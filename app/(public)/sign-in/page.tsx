import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/people/demo-accounts";
import { SignInForm } from "@/components/people/sign-in-form";
import { getDoor } from "@/lib/people/sessions/queries";
import { demoPassword, wayBack } from "@/lib/people/sessions/rules";
import { Words } from "@/lib/platform/i18n/words";
import { optionalActor, visitor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account"))("signIn.title") });

const one = (said: string | string[] | undefined) => (Array.isArray(said) ? said[0] : said);

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const said = await searchParams;
  const from = wayBack(one(said.from) ?? one(said.callbackUrl));
  if (await optionalActor()) redirect(from as Route);
  const door = await getDoor(visitor);
  if (!door) redirect("/setup");
  const t = await getTranslations("account");
  return (
    <Words of={["account"]}>
      <h1>{t("signIn.to", { organisation: door.name })}</h1>
      <SignInForm from={from} failed={one(said.error) !== undefined} />
      {door.accounts.length > 0 && <DemoAccounts accounts={door.accounts} password={demoPassword} from={from} />}
    </Words>
  );
}
