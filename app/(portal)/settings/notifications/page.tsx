import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChannelsForm } from "@/components/notifications/channels-form";
import { SilencedThreads } from "@/components/notifications/silenced";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { getMyChannels, listSilenced } from "@/lib/notifications/channels/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("notifications") };
}

export default async function NotificationSettingsPage() {
  const me = await requireActor();
  const [{ channels, rhythm }, threads] = await Promise.all([getMyChannels(me), listSilenced(me)]);
  return (
    <>
      <SettingsHead current="notifications" />
      <Words of={["channels"]}>
        <ChannelsForm chosen={channels} rhythm={rhythm} zone={me.timeZone} />
      </Words>
      <SilencedThreads threads={threads} />
    </>
  );
}
