import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";

const said = ({ payload }: Happened) => (typeof payload.userId === "string" ? payload.userId : null);
const one = (userId: string | null | undefined) => (userId ? [userId] : []);

/** An invitation and a request, as long as they wait for an answer. */
export const openInvitation = (tx: ReadTx, id: string) => tx.communityInvitation.findFirst({ where: { id, answeredAt: null }, select: { userId: true, message: true } });
export const openRequest = (tx: ReadTx, id: string) => tx.membershipRequest.findFirst({ where: { id, answeredAt: null }, select: { communityId: true, userId: true, message: true, user: { select: { name: true } } } });

export const whoIsInvited = async (tx: ReadTx, { subjectId }: Happened) => one((await openInvitation(tx, subjectId))?.userId);

/** Whom an answer or a farewell is about. */
export const whoIsMeant = async (_tx: ReadTx, event: Happened) => one(said(event));

/** The member this is about, as long as they are one. */
export const whoBelongs = async (tx: ReadTx, event: Happened) => {
  const userId = said(event);
  return userId && event.communityId ? one((await tx.membership.findFirst({ where: { userId, communityId: event.communityId }, select: { userId: true } }))?.userId) : [];
};

export const whoLetsIn = async (tx: ReadTx, event: Happened) => {
  const open = await openRequest(tx, event.subjectId);
  const leaders = open ? await tx.membership.findMany({ where: { communityId: open.communityId, role: "LEADER" }, select: { userId: true }, take: 20 }) : [];
  return leaders.map(({ userId }) => userId);
};

export const whoIsAskedToLead = async (tx: ReadTx, event: Happened) => {
  const userId = said(event);
  const offer = userId && event.communityId ? await tx.leadershipOffer.findFirst({ where: { userId, communityId: event.communityId, answeredAt: null }, select: { userId: true } }) : null;
  return one(offer?.userId);
};

/** Who asked to be let in, as long as nobody has answered. */
export const whoAsksIn = async (tx: ReadTx, { subjectId }: Happened) => one((await openRequest(tx, subjectId))?.userId);
