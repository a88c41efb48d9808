import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { ImportForm } from "@/components/people/admin/import-form";
import { mayImport } from "@/lib/people/imports/policy";
import { mayAdminister } from "@/lib/people/policy";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayImport(await requireActor()) ? (await getTranslations("admin.imports"))("title") : undefined };
}

export default async function ImportsPage() {
  const me = await requireActor();
  if (!mayImport(me)) notFound();
  const t = await getTranslations("admin.imports");
  return (
    <>
      <AdminHead current="imports" administrator={mayAdminister(me)} title={t("title")} deck={t("deck")} />
      <Words of={["account", "admin"]}>
        <ImportForm kind="units" />
        <ImportForm kind="people" />
      </Words>
    </>
  );
}
