import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { AddUnitForm } from "@/components/people/admin/unit-forms";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { listUnitChoices } from "@/lib/people/units/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayManagePeople(await requireActor()) ? (await getTranslations("admin.units"))("add") : undefined };
}

export default async function NewUnitPage() {
  const me = await requireActor();
  if (!mayManagePeople(me)) notFound();
  const [t, units] = await Promise.all([getTranslations("admin.units"), listUnitChoices(me)]);
  return (
    <>
      <AdminHead current="units" administrator={mayAdminister(me)} title={t("add")} below />
      <Words of={["account", "admin"]}>
        <AddUnitForm units={units} />
      </Words>
    </>
  );
}
