import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { Tokens } from "@/components/people/settings/tokens";
import { listMyTokens } from "@/lib/people/tokens/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("tokens") };
}

export default async function TokensPage() {
  const tokens = await listMyTokens(await requireActor());
  return (
    <>
      <SettingsHead current="tokens" />
      <Words of={["account", "settings"]}>
        <Tokens tokens={tokens} />
      </Words>
    </>
  );
}
