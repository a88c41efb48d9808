"use server";

import { press } from "@/lib/platform/action";
import { followCommunity, followDiscussion, followTag } from "./commands";

export const followCommunityAction = press(followCommunity, { says: () => ({ says: "follow-changed" }) });
export const followDiscussionAction = press(followDiscussion, { says: () => ({ says: "follow-changed" }) });
export const followTagAction = press(followTag, { says: () => ({ says: "follow-changed" }) });
