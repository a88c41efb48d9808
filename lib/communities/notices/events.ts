import "server-only";
import { type Kind, type Reason, tells } from "@/lib/notifications/rules";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import type { Notice, Notices } from "@/lib/platform/notices";
import { whoAsksIn, whoBelongs, whoIsAskedToLead, whoIsInvited, whoIsMeant, whoLetsIn } from "./queries";

const notice =
  (kind: Kind, reason: Reason, whom: (tx: ReadTx, event: Happened) => Promise<string[]>): Notice =>
  async (tx, event) =>
    event.communityId ? { about: { threadId: event.communityId, communityId: event.communityId }, told: tells(kind, reason, await whom(tx, event)) } : null;

const asked = notice("join-request", "leads", whoLetsIn);

export const notices: Notices = {
  "community.invited": notice("invitation", "invited", whoIsInvited),
  "community.membership-requested": asked,
  "community.request-reminded": asked,
  "community.request-escalated": async (tx, event) => {
    const [leaders, asker] = [await asked(tx, event), await notice("request-late", "asked-to-join", whoAsksIn)(tx, event)];
    return leaders && { ...leaders, told: [...leaders.told, ...(asker?.told ?? [])] };
  },
  "community.request-accepted": notice("request-accepted", "asked-to-join", whoBelongs),
  "community.request-declined": notice("request-declined", "asked-to-join", whoIsMeant),
  "community.member-removed": notice("removed", "member", whoIsMeant),
  "community.leader-asked": notice("leadership", "asked-to-lead", whoIsAskedToLead),
};
