import "server-only";
import { read } from "@/lib/platform/access";
import { invitationsSeenBySql } from "./policy";

export type InvitationRow = { id: string; createdAt: Date; handle: string; name: string | null; unit: string | null };

/** Who was asked in and has not answered yet, the newest first: for the leaders. */
export const listInvitations = read(invitationsSeenBySql, (visible, tx, communityId: string) =>
  tx.$queryRaw<InvitationRow[]>`
    SELECT i.id, i."createdAt", u.handle, u.name, n.name unit
    FROM "CommunityInvitation" i JOIN "User" u ON u.id = i."userId" LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE i."communityId" = ${communityId}::uuid AND i."answeredAt" IS NULL AND ${visible} ORDER BY i."createdAt" DESC, i.id DESC LIMIT 50`,
);
