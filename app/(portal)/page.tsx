import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DiscussionRows } from "@/components/discussions/discussion-rows";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Still } from "@/components/ui/still";
import { listForHome } from "@/lib/discussions/queries";
import { getFormat } from "@/lib/platform/i18n/format";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.places"))("home") };
}

export default async function HomePage() {
  const actor = await requireActor();
  const [t, format, locale, { waiting, recent }] = [await getTranslations("discussions.home"), await getFormat(), await getLocale(), await listForHome(actor)];
  const today = format.date(new Date(), { weekday: "long", day: "numeric", month: "long" });
  return (
    <Still>
      <PageHead kicker={[today, actor.unit?.name].filter(Boolean).join(" · ")} title={recent.length === 0 ? t("welcome", { name: actor.name }) : t("title", { count: waiting.length })} />
      {recent.length === 0 && <Empty action={<LinkButton look="primary" href={"/communities" as Route}>{t("find")}</LinkButton>}>{t("empty")}</Empty>}
      {waiting.length > 0 && (
        <Section title={t("waiting")} count={waiting.length}>
          <DiscussionRows rows={waiting} language={locale} />
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={t("recent")}>
          <DiscussionRows rows={recent} language={locale} />
        </Section>
      )}
    </Still>
  );
}
