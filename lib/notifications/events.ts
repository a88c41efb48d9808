import "server-only";
import { getReturn } from "@/lib/people/absences/queries";
import { system } from "@/lib/platform/actors";
import type { Reactions } from "@/lib/platform/events";

export const reactions: Reactions = {
  /** Back earlier than thought: what waited is there, unless another absence has begun. */
  "absence.ended": async (tx, { actorId, at }) => {
    const now = new Date();
    if (!actorId || (await getReturn(system, actorId, now))) return;
    await tx.notification.updateMany({ where: { userId: actorId, at: { gt: now } }, data: { at } });
  },
};
