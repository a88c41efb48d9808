import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Crumb, PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";

const pages = ["people", "units", "holidays", "imports", "authors", "audit", "installation"] as const;
const forAdministrators = ["authors", "audit", "installation"];
export type AdminPage = (typeof pages)[number];
export const adminHref = (page: AdminPage, more = "") => `/admin/${page}${more}` as Route;

type AdminHeadProps = { current: AdminPage; administrator: boolean; title: ReactNode; deck?: ReactNode; state?: ReactNode; actions?: ReactNode; below?: boolean };

/** Head of the administration: tabs for what this reader may enter; `below` a page of the list: the way back instead. */
export function AdminHead({ current, administrator, below, ...head }: AdminHeadProps) {
  const t = useTranslations("admin.tabs");
  const list = pages.filter((page) => administrator || !forAdministrators.includes(page)).map((page) => ({ href: adminHref(page), label: t(page), current: page === current }));
  const crumbs: Crumb[] = [{ label: t("label"), href: adminHref("people") }, { label: t(current), href: adminHref(current) }];
  return below ? <PageHead {...head} crumbs={crumbs} /> : <PageHead {...head} kicker={t("label")} tabs={<Tabs label={t("label")} list={list} />} />;
}
