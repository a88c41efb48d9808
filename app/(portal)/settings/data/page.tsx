import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnData } from "@/components/people/settings/own-data";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { getErasureRequest } from "@/lib/people/exports/queries";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("data") };
}

export default async function OwnDataPage() {
  const asked = await getErasureRequest(await requireActor());
  return (
    <>
      <SettingsHead current="data" />
      <OwnData asked={asked?.at ?? null} />
    </>
  );
}
