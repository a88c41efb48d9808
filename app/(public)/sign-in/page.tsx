import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/people/door/demo-accounts";
import { ProviderButton } from "@/components/people/door/provider-button";
import { SignInForm } from "@/components/people/door/sign-in-form";
import { Told } from "@/components/ui/told";
import { getDoor } from "@/lib/people/sessions/queries";
import { demoPassword, refusedBy, wayBack } from "@/lib/people/sessions/rules";
import { env } from "@/lib/platform/env";
import { Words } from "@/lib/platform/i18n/words";
import { optionalActor, visitor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account.signIn"))("title") });

const one = (said: string | string[] | undefined) => (Array.isArray(said) ? said[0] : said);

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const said = await searchParams;
  const from = wayBack(one(said.from) ?? one(said.callbackUrl));
  if (await optionalActor()) redirect(from as Route);
  const door = await getDoor(visitor);
  if (!door) redirect("/setup");
  const t = await getTranslations("account");
  const refused = refusedBy(one(said.error));
  return (
    <Words of={["account"]}>
      <h1>{t("signIn.to", { organisation: door.name })}</h1>
      {refused && <Told tone="bad">{t(`refused.${refused}`)}</Told>}
      {env().OIDC_ISSUER && (
        <div className="door-provider">
          <ProviderButton from={from} />
          <p className="hint">{t("provider.or")}</p>
        </div>
      )}
      <SignInForm from={from} />
      <p className="door-ways">
        <a href="/forgot">{t("signIn.forgot")}</a>
        <a href="/invitation">{t("signIn.code")}</a>
      </p>
      {door.accounts.length > 0 && <DemoAccounts accounts={door.accounts} password={demoPassword} from={from} />}
    </Words>
  );
}
