import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArrivalForm } from "@/components/people/door/arrival-form";
import { LinkButton } from "@/components/ui/button";
import { getInvitation } from "@/lib/people/invitations/queries";
import { getDoor } from "@/lib/people/sessions/queries";
import { Words } from "@/lib/platform/i18n/words";
import { visitor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("account.arrival"))("titleCode") });

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const [t, invitation, door] = await Promise.all([getTranslations("account.arrival"), getInvitation(visitor, token), getDoor(visitor)]);
  return invitation ? (
    <Words of={["account"]}>
      <h1>{t("title", { name: invitation.name ?? "" })}</h1>
      <p className="door-deck">{t("deck", { by: invitation.invitedBy ?? door?.name ?? "", organisation: door?.name ?? "" })}</p>
      <ArrivalForm invitation={{ token, name: invitation.name ?? "" }} />
    </Words>
  ) : (
    <>
      <h1>{t("over")}</h1>
      <p className="door-deck">{t("overDeck")}</p>
      <LinkButton href="/sign-in">{t("toSignIn")}</LinkButton>
    </>
  );
}
