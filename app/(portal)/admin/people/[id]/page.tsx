import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CloseForm, EmailOfForm, EraseForm, InviteAgainForm } from "@/components/people/admin/account-forms";
import { AdminHead } from "@/components/people/admin/admin-head";
import { PlaceForm } from "@/components/people/admin/place-form";
import { Positions } from "@/components/people/admin/positions";
import { RoleForms } from "@/components/people/admin/role-forms";
import { Section } from "@/components/ui/section";
import { Told } from "@/components/ui/told";
import { getAccount } from "@/lib/people/accounts/queries";
import { mayClose } from "@/lib/people/departures/policy";
import { mayInviteAgain } from "@/lib/people/invitations/policy";
import { mayAdminister, mayManage } from "@/lib/people/policy";
import { listPositions } from "@/lib/people/positions/queries";
import { getDoor } from "@/lib/people/sessions/queries";
import { listUnitChoices } from "@/lib/people/units/queries";
import { env } from "@/lib/platform/env";
import { getFormat } from "@/lib/platform/i18n/format";
import { Words } from "@/lib/platform/i18n/words";
import { requireActor } from "@/lib/platform/session";

type Props = PageProps<"/admin/people/[id]">;
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const find = async (id: string) => (isId(id) ? getAccount(await requireActor(), id) : null);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const account = await find((await params).id);
  return { title: account?.name ?? account?.left?.name ?? undefined };
}

export default async function AdminPersonPage({ params }: Props) {
  const me = await requireActor();
  const account = await find((await params).id);
  if (!account) notFound();
  const [t, format, units, positions, door] = await Promise.all([getTranslations("admin"), getFormat(), listUnitChoices(me), listPositions(me, account.id), getDoor(me)]);
  const { id, version, name, handle, email, position, category, unit, manager, roles, closedAt, joinedAt, left, erasureAskedAt } = account;
  const manages = mayManage(me, account) && !closedAt;
  const state = closedAt ? t("people.left", { day: format.day(closedAt) }) : joinedAt ? t("people.since", { day: format.day(joinedAt) }) : t("people.waiting");
  return (
    <>
      <AdminHead current="people" administrator={mayAdminister(me)} title={name ?? left?.name ?? t("people.erased")} deck={email ?? `@${left?.handle ?? handle}`} state={state} below />
      {erasureAskedAt && (
        <Told>
          <p>{t("account.erasureAsked", { day: format.day(erasureAskedAt) })}</p>
        </Told>
      )}
      <Words of={["account", "admin"]}>
        {manages && (
          <Section title={t("place.title")}>
            <PlaceForm id={id} version={version} units={units} place={{ unit: unit ?? "", position, category: category.toLowerCase(), manager: manager ?? "" }} />
          </Section>
        )}
        <Positions rows={positions} />
        {manages && (
          <Section title={t("account.emailTitle")}>
            <EmailOfForm id={id} email={email ?? ""} />
          </Section>
        )}
        {!closedAt && mayInviteAgain(me, account) && (
          <Section title={t("account.invitation")}>
            <p className="settings-text">{t(email ? "account.invitationMail" : "account.invitationCode")}</p>
            <InviteAgainForm id={id} byCode={!email} site={{ address: env().NEXTAUTH_URL, organisation: door?.name ?? "" }} />
          </Section>
        )}
        {!closedAt && mayAdminister(me) && (
          <Section title={t("roles.title")}>
            <RoleForms id={id} roles={roles.map(({ role }) => role)} />
          </Section>
        )}
        {!closedAt && mayClose(me, account) && (
          <Section title={t("account.closeTitle")}>
            <p className="settings-text">{t("account.closeText")}</p>
            <CloseForm id={id} />
          </Section>
        )}
        {mayClose(me, account) && !left?.erased && (closedAt || erasureAskedAt) && (
          <Section title={t("account.eraseTitle")}>
            <p className="settings-text">{t("account.eraseText")}</p>
            <EraseForm id={id} />
          </Section>
        )}
      </Words>
    </>
  );
}
