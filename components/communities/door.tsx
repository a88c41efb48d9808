import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Told } from "@/components/ui/told";
import { declineInvitationAction } from "@/lib/communities/invitations/actions";
import { acceptLeadershipAction, declineLeadershipAction, takeLeadAction } from "@/lib/communities/leaders/actions";
import { joinCommunityAction } from "@/lib/communities/members/actions";
import type { CommunityView } from "@/lib/communities/queries";
import { withdrawRequestAction } from "@/lib/communities/requests/actions";
import { useFormat } from "@/lib/platform/i18n/format";

type Of = { community: CommunityView };
type PressProps = { act: (form: FormData) => Promise<void>; slug: string; children: ReactNode; look?: "primary" | "plain"; interest?: string };

/** A form that is only a button. */
function Press({ act, slug, interest, look = "plain", children }: PressProps) {
  return (
    <form action={act}>
      <input type="hidden" name="slug" value={slug} />
      {interest && <input type="hidden" name="interest" value={interest} />}
      <Button type="submit" look={look} small>
        {children}
      </Button>
    </form>
  );
}

/** What waits at the door of a community for the answer of who reads: an invitation, one's own request, a call to lead, what others ask of the leaders. */
export function Door({ community }: Of) {
  const { invitation, request, offer, membership, mayRead, leaders, archivedAt, waiting } = community;
  const unled = membership && mayRead && leaders.length === 0 && !offer && !archivedAt;
  if (!invitation && !request && !offer && !unled && waiting.requests + waiting.flags + waiting.reports === 0) return null;
  return (
    <div className="door">
      {invitation && !membership && <Invited community={community} />}
      {request && <Requested community={community} />}
      {offer && <Offered community={community} />}
      {unled && <Unled community={community} />}
      <Waiting community={community} />
    </div>
  );
}

function Invited({ community: { slug, invitation } }: Of) {
  const t = useTranslations("communities.door");
  return (
    <Told>
      <p>{invitation?.by ? t("invited", { by: invitation.by }) : t("invitedByNobody")}</p>
      {invitation?.message && <blockquote>{invitation.message}</blockquote>}
      <div className="acts">
        <Press act={joinCommunityAction} slug={slug} interest="do-this" look="primary">{t("acceptDo")}</Press>
        <Press act={joinCommunityAction} slug={slug} interest="interested">{t("acceptInterested")}</Press>
        <Press act={declineInvitationAction} slug={slug}>{t("decline")}</Press>
      </div>
    </Told>
  );
}

function Requested({ community: { slug, request } }: Of) {
  const t = useTranslations("communities.door");
  const format = useFormat();
  return (
    <Told>
      <p>{t("requested", { when: request ? format.ago(new Date(request.createdAt)) : "" })}</p>
      <div className="acts">
        <Press act={withdrawRequestAction} slug={slug}>{t("withdraw")}</Press>
      </div>
    </Told>
  );
}

function Offered({ community: { slug, offer } }: Of) {
  const t = useTranslations("communities.door");
  const by = offer?.by;
  return (
    <Told>
      <p>{by ? t(offer.leaving ? "offeredLeaving" : "offered", { by }) : t("offeredByNobody")}</p>
      <div className="acts">
        <Press act={acceptLeadershipAction} slug={slug} look="primary">{t("acceptLead")}</Press>
        <Press act={declineLeadershipAction} slug={slug}>{t("declineLead")}</Press>
      </div>
    </Told>
  );
}

function Unled({ community: { slug } }: Of) {
  const t = useTranslations("communities.door");
  return (
    <Told>
      <p>{t("unled")}</p>
      <div className="acts">
        <Press act={takeLeadAction} slug={slug}>{t("takeLead")}</Press>
      </div>
    </Told>
  );
}

function Waiting({ community: { slug, waiting } }: Of) {
  const t = useTranslations("communities.door");
  const reports = useTranslations("moderation.reports");
  if (waiting.requests + waiting.flags + waiting.reports === 0) return null;
  return (
    <Told>
      {waiting.requests > 0 && <p><a href={`/communities/${slug}/members#requests` as Route}>{t("requestsWait", { count: waiting.requests })}</a></p>}
      {waiting.flags > 0 && <p><a href={`/communities/${slug}/about#flags` as Route}>{t("flagsWait", { count: waiting.flags })}</a></p>}
      {waiting.reports > 0 && <p><a href={`/communities/${slug}/reports` as Route}>{reports("wait", { count: waiting.reports })}</a></p>}
    </Told>
  );
}
