import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { Holidays } from "@/components/people/admin/holidays";
import { listHolidays } from "@/lib/people/holidays/queries";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { dayIn } from "@/lib/people/positions/rules";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayManagePeople(await requireActor()) ? (await getTranslations("admin.holidays"))("title") : undefined };
}

export default async function AdminHolidaysPage() {
  const me = await requireActor();
  if (!mayManagePeople(me)) notFound();
  const [t, holidays] = await Promise.all([getTranslations("admin.holidays"), listHolidays(me, dayIn(new Date(), me.timeZone))]);
  return (
    <>
      <AdminHead current="holidays" administrator={mayAdminister(me)} title={t("title")} deck={t("deck")} />
      <Words of={["account", "admin"]}>
        <Holidays holidays={holidays} />
      </Words>
    </>
  );
}
