"use server";

import { action, press } from "@/lib/platform/action";
import { acceptLeadership, askToLead, declineLeadership, relieveLeader, stepDownFromLead, takeLead, withdrawLeadershipOffer } from "./commands";

const asked = () => ({ says: "leader-asked" }) as const;
const made = () => ({ says: "leader-made" }) as const;

export const askToLeadAction = press(askToLead, { says: asked });
/** The same, in a form that says by the field what does not fit. */
export const handOverAction = action(askToLead, { says: asked });
export const withdrawLeadershipOfferAction = press(withdrawLeadershipOffer);
export const acceptLeadershipAction = press(acceptLeadership, { says: made });
export const declineLeadershipAction = press(declineLeadership);
export const takeLeadAction = press(takeLead, { says: made });
export const stepDownFromLeadAction = press(stepDownFromLead);
export const relieveLeaderAction = press(relieveLeader);
