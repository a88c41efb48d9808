import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead, adminHref } from "@/components/people/admin/admin-head";
import { UnitTree } from "@/components/people/admin/unit-tree";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { listUnits } from "@/lib/people/units/queries";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayManagePeople(await requireActor()) ? (await getTranslations("admin.units"))("title") : undefined };
}

export default async function AdminUnitsPage() {
  const me = await requireActor();
  if (!mayManagePeople(me)) notFound();
  const [t, units] = await Promise.all([getTranslations("admin.units"), listUnits(me)]);
  const add = (
    <LinkButton href={adminHref("units", "/new")} look="primary" icon="plus">
      {t("add")}
    </LinkButton>
  );
  return (
    <>
      <AdminHead current="units" administrator={mayAdminister(me)} title={t("title")} deck={t("deck")} actions={add} />
      {units.length > 0 ? <UnitTree units={units} /> : <Empty action={add}>{t("none")}</Empty>}
    </>
  );
}
