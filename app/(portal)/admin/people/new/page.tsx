import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdminHead } from "@/components/people/admin/admin-head";
import { InviteForm } from "@/components/people/admin/invite-form";
import { Told } from "@/components/ui/told";
import { mayAdminister, mayManagePeople } from "@/lib/people/policy";
import { getDoor } from "@/lib/people/sessions/queries";
import { listUnitChoices } from "@/lib/people/units/queries";
import { env } from "@/lib/platform/env";
import { Words } from "@/lib/platform/i18n/words";
import { mailIsKept } from "@/lib/platform/mail/send";
import { requireActor } from "@/lib/platform/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: mayManagePeople(await requireActor()) ? (await getTranslations("admin.invite"))("title") : undefined };
}

export default async function InvitePage() {
  const me = await requireActor();
  if (!mayManagePeople(me)) notFound();
  const [t, units, door] = await Promise.all([getTranslations(), listUnitChoices(me), getDoor(me)]);
  return (
    <>
      <AdminHead current="people" administrator={mayAdminister(me)} title={t("admin.invite.title")} deck={t("admin.invite.deck")} below />
      {mailIsKept() && (
        <Told>
          <p>{t("account.mailKept")}</p>
        </Told>
      )}
      <Words of={["account", "admin"]}>
        <InviteForm units={units} site={{ address: env().NEXTAUTH_URL, organisation: door?.name ?? "" }} />
      </Words>
    </>
  );
}
