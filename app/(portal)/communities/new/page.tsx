import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FoundingForm } from "@/components/communities/founding-form";
import { PageHead } from "@/components/ui/page-head";
import { getDrafts } from "@/lib/drafts/queries";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("communities.form"))("title") };
}

export default async function NewCommunityPage() {
  const actor = await requireActor();
  const [t, list, locale, drafts] = await Promise.all([getTranslations("communities.form"), getTranslations("communities.list"), getLocale(), getDrafts(actor, ["community:new"])]);
  return (
    <>
      <PageHead crumbs={[{ href: "/communities" as Route, label: list("title") }]} title={t("title")} deck={t("deck")} />
      <Words of={["communities", "writing"]}>
        <FoundingForm idempotencyKey={randomUUID()} draft={drafts["community:new"]} language={locale} />
      </Words>
    </>
  );
}
