import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProfileForm } from "@/components/people/settings/profile-form";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { TasteForm } from "@/components/people/settings/taste-form";
import { Section } from "@/components/ui/section";
import { getMyProfile } from "@/lib/people/profiles/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("profile") };
}

export default async function SettingsPage() {
  const me = await requireActor();
  const [t, locale, profile] = await Promise.all([getTranslations("settings"), getLocale(), getMyProfile(me)]);
  if (!profile) return null;
  const { unit, theme, name, ...rest } = profile;
  return (
    <>
      <SettingsHead current="profile" />
      <Words of={["account", "settings"]}>
        <Section title={t("profile.title")} hidden>
          <ProfileForm profile={{ ...rest, name: name ?? "" }} unit={unit?.name ?? null} zones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
        </Section>
        <Section title={t("taste.title")}>
          <TasteForm locale={profile.locale ?? locale} theme={theme ?? "system"} />
        </Section>
      </Words>
    </>
  );
}
