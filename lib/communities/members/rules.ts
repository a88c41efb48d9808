import type { CommunityRole, Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

type Door = { entry: Entry; archivedAt: Date | null };

/** Walking in: an open community is open to everyone, any other to whom its leaders have invited. */
export const enter = (place: Door, { invited }: { invited: boolean }) => {
  if (place.archivedAt) return refuse("archived");
  if (invited || place.entry === "OPEN") return ok({});
  return place.entry === "REQUEST" ? refuse("by-request") : refuse("by-invitation");
};

/**
 * Leaving is everyone's own act. Only the last one who leads hands over first, as long as somebody is there to take over;
 * whoever leaves last of all closes the door: the community is archived.
 */
export const leave = ({ role, leaders, members }: { role: CommunityRole; leaders: number; members: number }) => {
  if (members <= 1) return ok({ archives: true });
  if (role === "LEADER" && leaders <= 1) return refuse("last-leader");
  return ok({ archives: false });
};
