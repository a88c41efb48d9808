import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { signOutAction } from "@/lib/people/sessions/actions";

const pages = { profile: "/settings", signIn: "/settings/sign-in", notifications: "/settings/notifications", absences: "/settings/absences", tokens: "/settings/tokens", feeds: "/settings/feeds", data: "/settings/data" } as const;
export type SettingsPage = keyof typeof pages;

/** Head of the settings: the title says which part, the tabs lead to the others; and the way out. */
export function SettingsHead({ current }: { current: SettingsPage }) {
  const t = useTranslations("settings");
  const list = (Object.keys(pages) as SettingsPage[]).map((key) => ({ href: pages[key] as Route, label: t(`tabs.${key}`), current: key === current }));
  const leave = (
    <form action={signOutAction}>
      <Button type="submit" icon="leave">
        {t("sessions.signOut")}
      </Button>
    </form>
  );
  return <PageHead actions={leave} title={t(`titles.${current}`)} deck={t(`decks.${current}`)} tabs={<Tabs label={t("tabs.label")} list={list} />} />;
}
