"use server";

import { action, press } from "@/lib/platform/action";
import { acceptLeadership, askToLead, declineLeadership, relieveLeader, stepDownFromLead, takeLead, withdrawLeadershipOffer } from "./commands";

export const askToLeadAction = action(askToLead, { says: () => ({ says: "leader-asked" }) });
export const withdrawLeadershipOfferAction = press(withdrawLeadershipOffer);
export const acceptLeadershipAction = press(acceptLeadership, { says: () => ({ says: "leader-made" }) });
export const declineLeadershipAction = press(declineLeadership);
export const takeLeadAction = press(takeLead, { says: () => ({ says: "leader-made" }) });
export const stepDownFromLeadAction = press(stepDownFromLead);
export const relieveLeaderAction = press(relieveLeader);
