"use server";

import { action, press } from "@/lib/platform/action";
import { acceptRequest, declineRequest, requestMembership, withdrawRequest } from "./commands";

export const requestMembershipAction = action(requestMembership, { says: () => ({ says: "membership-requested" }) });
export const withdrawRequestAction = press(withdrawRequest);
export const acceptRequestAction = press(acceptRequest);
export const declineRequestAction = press(declineRequest);
