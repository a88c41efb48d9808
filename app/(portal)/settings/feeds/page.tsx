import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Addresses } from "@/components/feeds/addresses";
import { SettingsHead } from "@/components/people/settings/settings-head";
import { getShell } from "@/lib/discussions/readings/queries";
import { listMyAddresses } from "@/lib/feeds/addresses/queries";
import { MY_CALENDAR } from "@/lib/feeds/addresses/rules";
import { getReadPlace } from "@/lib/feeds/queries";
import { env } from "@/lib/platform/env";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.titles"))("feeds") };
}

/** `of`: the community one comes from, which need not be one's own; `path`: what is chosen. */
export default async function FeedsPage({ searchParams }: PageProps<"/settings/feeds">) {
  const [actor, { of, path }] = [await requireActor(), await searchParams];
  const [addresses, own, asked] = [await listMyAddresses(actor), (await getShell(actor)).places, typeof of === "string" ? await getReadPlace(actor, of) : null];
  const places = [...own.map(({ slug, name }) => ({ slug, name })), ...(asked && !own.some(({ slug }) => slug === asked.slug) ? [{ slug: asked.slug, name: asked.name }] : [])];
  return (
    <>
      <SettingsHead current="feeds" />
      <Words of={["feeds"]}>
        <Addresses addresses={addresses} places={places} chosen={typeof path === "string" ? path : MY_CALENDAR} origin={env().NEXTAUTH_URL} />
      </Words>
    </>
  );
}
