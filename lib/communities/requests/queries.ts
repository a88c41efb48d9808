import "server-only";
import { read } from "@/lib/platform/access";
import { requestsSeenBy } from "./policy";

const person = { select: { handle: true, name: true, position: true, unit: { select: { name: true } } } } as const;

/** Who asks to be let in and waits for an answer, the longest wait first. */
export const listRequests = read(requestsSeenBy, (visible, tx, communityId: string) =>
  tx.membershipRequest.findMany({
    where: { AND: [visible, { communityId, answeredAt: null }] },
    select: { id: true, interest: true, message: true, createdAt: true, user: person },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 50,
  }),
);
export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number];
