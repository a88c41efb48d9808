import "server-only";
import type { ClockKinds } from "@/lib/platform/clocks";
import { REQUEST_CLOCK } from "./rules";

/** A request that no leader answers: they are reminded, then the asker gets a word, too. It waits for whoever leads then. */
export const clockKinds: ClockKinds = {
  [REQUEST_CLOCK]: {
    waits: async (tx, id) => {
      const request = await tx.membershipRequest.findFirst({ where: { id, answeredAt: null, community: { archivedAt: null } }, select: { communityId: true } });
      if (!request) return null;
      const leaders = await tx.membership.findMany({ where: { communityId: request.communityId, role: "LEADER" }, select: { userId: true }, take: 20 });
      return { for: leaders.map(({ userId }) => userId), communityId: request.communityId };
    },
    events: { reminder: "community.request-reminded", escalation: "community.request-escalated" },
  },
};
