import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { LeavePage } from "@/components/notifications/leave";
import { whoLeaves } from "@/lib/notifications/leaving/queries";
import { isLocale } from "@/lib/platform/i18n/locale";

/** Whose mail it was decides the language, whoever's browser it is opened in. Of what the mail was about the page says nothing. */
const found = async (token: string) => {
  const who = await whoLeaves(token);
  const locale = isLocale(who?.reader.locale) ? who.reader.locale : await getLocale();
  return who && { leaving: who.leaving, locale, t: await getTranslations({ locale, namespace: "channels" }) };
};

export async function generateMetadata({ params }: PageProps<"/leave/[token]">): Promise<Metadata> {
  return { title: (await found((await params).token))?.t("leave.title"), referrer: "same-origin", robots: "noindex" };
}

export default async function Leave({ params, searchParams }: PageProps<"/leave/[token]">) {
  const [{ token }, { done, undone }] = await Promise.all([params, searchParams]);
  const page = await found(token);
  if (!page) notFound();
  return <LeavePage token={token} leaving={page.leaving} locale={page.locale} t={page.t} state={done === "1" ? "done" : undone === "1" ? "undone" : "asks"} />;
}
