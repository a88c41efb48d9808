import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Absences } from "@/components/people/settings/absences";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { listMyAbsences } from "@/lib/people/absences/queries";
import { dayIn } from "@/lib/people/positions/rules";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("absences") };
}

export default async function AbsencesPage() {
  const me = await requireActor();
  const today = dayIn(new Date(), me.timeZone);
  const absences = await listMyAbsences(me, today);
  return (
    <>
      <SettingsHead current="absences" />
      <Words of={["account", "settings"]}>
        <Absences absences={absences} today={today.toISOString().slice(0, 10)} />
      </Words>
    </>
  );
}
