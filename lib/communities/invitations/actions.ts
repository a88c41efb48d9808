"use server";

import { action, press } from "@/lib/platform/action";
import { declineInvitation, inviteToCommunity, withdrawInvitation } from "./commands";

export const inviteToCommunityAction = action(inviteToCommunity, { says: () => ({ says: "community-invited" }) });
export const declineInvitationAction = press(declineInvitation, { to: () => "/communities", says: () => ({ says: "invitation-declined" }) });
export const withdrawInvitationAction = press(withdrawInvitation);
