import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";

const pages = { profile: "/settings", signIn: "/settings/sign-in", absences: "/settings/absences", tokens: "/settings/tokens", data: "/settings/data" } as const;
export type SettingsPage = keyof typeof pages;

/** Head of the settings: the title says which part, the tabs lead to the others. */
export function SettingsHead({ current }: { current: SettingsPage }) {
  const t = useTranslations("settings");
  const list = (Object.keys(pages) as SettingsPage[]).map((key) => ({ href: pages[key] as Route, label: t(`tabs.${key}`), current: key === current }));
  return <PageHead title={t(`titles.${current}`)} deck={t(`decks.${current}`)} tabs={<Tabs label={t("tabs.label")} list={list} />} />;
}
