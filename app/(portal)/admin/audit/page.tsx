import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { AuditTable } from "@/components/people/admin/audit-table";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Filters } from "@/components/ui/tabs";
import { listAudit } from "@/lib/people/audit/queries";
import { auditSubjects, ListAudit } from "@/lib/people/audit/schema";
import { mayAdminister } from "@/lib/people/policy";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayAdminister(await requireActor()) ? (await getTranslations("admin.audit"))("title") : undefined };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const me = await requireActor();
  if (!mayAdminister(me)) notFound();
  const filter = ListAudit.parse(await searchParams);
  const [t, events] = await Promise.all([getTranslations("admin.audit"), listAudit(me, filter)]);
  const { about, after } = filter;
  const here = (more: Record<string, string>) => `/admin/audit?${new URLSearchParams({ ...(about && { about }), ...more })}` as Route;
  const list = [
    { href: "/admin/audit" as Route, label: t("all"), current: !about },
    ...auditSubjects.map((one) => ({ href: `/admin/audit?about=${one}` as Route, label: t(`subjects.${one}`), current: one === about })),
  ];
  return (
    <>
      <AdminHead current="audit" administrator title={t("title")} deck={t("deck")} />
      <Filters label={t("what")} list={list} />
      {events.items.length > 0 ? <AuditTable rows={events.items} /> : <Empty>{t("none")}</Empty>}
      <Pager newest={after ? { href: here({}), label: t("first") } : undefined} older={events.next ? { href: here({ after: events.next }), label: t("more") } : undefined} />
    </>
  );
}
