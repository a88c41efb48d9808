import "server-only";
import { read } from "@/lib/platform/access";
import { invitationsSeenBy } from "./policy";

/** Who was asked in and has not answered yet, the newest first: for the leaders. */
export const listInvitations = read(invitationsSeenBy, (visible, tx, communityId: string) =>
  tx.communityInvitation.findMany({
    where: { AND: [visible, { communityId, answeredAt: null }] },
    select: { id: true, createdAt: true, user: { select: { handle: true, name: true, unit: { select: { name: true } } } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  }),
);
export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number];
