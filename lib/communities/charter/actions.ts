"use server";

import { action, press } from "@/lib/platform/action";
import { archiveCommunity, changeCommunity, reopenCommunity } from "./commands";

export const changeCommunityAction = action(changeCommunity, { to: ({ slug }) => `/communities/${slug}/settings`, says: () => ({ says: "community-changed" }) });
export const archiveCommunityAction = press(archiveCommunity);
export const reopenCommunityAction = press(reopenCommunity);
