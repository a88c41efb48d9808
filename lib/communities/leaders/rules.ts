import type { CommunityRole } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

/** Asking someone to lead: a member, who does not lead yet and was not asked already. */
export const ask = (member: { role: CommunityRole } | null, { archived, asked }: { archived: boolean; asked: boolean }) => {
  if (archived) return refuse("archived");
  if (!member) return refuse("nobody-to-ask");
  if (member.role === "LEADER") return refuse("already-leads");
  if (asked) return refuse("already-asked");
  return ok({});
};

/** Giving up the lead and staying on as a member: never the last one. */
export const stepDown = ({ role, leaders }: { role: CommunityRole | null; leaders: number }) => {
  if (role !== "LEADER") return refuse("does-not-lead");
  if (leaders <= 1) return refuse("last-leader");
  return ok({});
};

type Member = { userId: string; role: CommunityRole; joinedAt: Date };

/**
 * Whom to ask when the last one who led is going or gone (quality, Security 12): of the members who have not said no,
 * the one who has belonged longest.
 */
export const successor = (members: Member[], declined: readonly string[]) =>
  members
    .filter((one) => one.role !== "LEADER" && !declined.includes(one.userId))
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || a.userId.localeCompare(b.userId))[0] ?? null;
