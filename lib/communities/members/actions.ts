"use server";

import { action, press } from "@/lib/platform/action";
import { joinCommunity, leaveCommunity, removeMember, sayInterest } from "./commands";

export const joinCommunityAction = press(joinCommunity, { says: () => ({ says: "community-joined" }) });
export const leaveCommunityAction = action(leaveCommunity, { to: () => "/communities", says: () => ({ says: "community-left" }) });
export const sayInterestAction = press(sayInterest);
export const removeMemberAction = action(removeMember, { to: ({ slug }) => `/communities/${slug}/members`, says: () => ({ says: "member-removed" }) });
