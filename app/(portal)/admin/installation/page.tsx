import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { Table } from "@/components/ui/table";
import packageFile from "@/package.json";
import { getInstallation } from "@/lib/people/organisation/queries";
import { mayAdminister } from "@/lib/people/policy";
import { env } from "@/lib/platform/env";
import { getFormat } from "@/lib/platform/i18n/format";
import { mailIsKept } from "@/lib/platform/mail/send";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayAdminister(await requireActor()) ? (await getTranslations("admin.installation"))("title") : undefined };
}

export default async function InstallationPage() {
  const me = await requireActor();
  if (!mayAdminister(me)) notFound();
  const [t, format, here] = await Promise.all([getTranslations("admin.installation"), getFormat(), getInstallation(me)]);
  if (!here) notFound();
  const rows = {
    version: packageFile.version,
    organisation: here.name,
    since: format.day(here.createdAt),
    address: env().NEXTAUTH_URL,
    mail: mailIsKept() ? t("mailKept") : t("mailSent"),
    provider: env().OIDC_ISSUER ?? t("none"),
    database: t("postgres", { version: here.server }),
    size: format.number(here.bytes / 1e6, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }),
    migrations: format.number(here.migrations),
    waiting: format.number(here.waiting),
    people: format.number(here.people),
    units: format.number(here.units),
    communities: format.number(here.communities),
    discussions: format.number(here.discussions),
  };
  return (
    <>
      <AdminHead current="installation" administrator title={t("title")} deck={t("deck")} />
      <Table
        caption={t("title")}
        columns={[{ key: "what", label: t("what") }, { key: "value", label: t("value") }]}
        rows={(Object.keys(rows) as (keyof typeof rows)[]).map((key) => ({ key, cells: { what: t(`rows.${key}`), value: rows[key] } }))}
      />
    </>
  );
}
