import "server-only";
import type { Interest } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import { requestsSeenBySql } from "./policy";

export type RequestRow = { id: string; interest: Interest; message: string; createdAt: Date; handle: string; name: string | null; position: string; unit: string | null };

/** Who asks to be let in and waits for an answer, the longest wait first. */
export const listRequests = read(requestsSeenBySql, (visible, tx, communityId: string) =>
  tx.$queryRaw<RequestRow[]>`
    SELECT r.id, r.interest, r.message, r."createdAt", u.handle, u.name, u.position, n.name unit
    FROM "MembershipRequest" r JOIN "User" u ON u.id = r."userId" LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE r."communityId" = ${communityId}::uuid AND r."answeredAt" IS NULL AND ${visible} ORDER BY r."createdAt", r.id LIMIT 50`,
);
