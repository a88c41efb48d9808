"use server";

import { action } from "@/lib/platform/action";
import { joinCommunity, leaveCommunity } from "./commands";

export const joinCommunityAction = action(joinCommunity);
export const leaveCommunityAction = action(leaveCommunity, { to: () => "/communities" });
