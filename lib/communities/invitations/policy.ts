import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";

/** An invitation is between who is invited and who leads. */
export const invitationsSeenBy = (actor: Actor): Prisma.CommunityInvitationWhereInput =>
  actor.kind === "person" ? { OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] } : { id: { in: [] } };

export const mayWithdrawInvitation = (actor: Actor, invitation: { communityId: string }) => actor.kind === "person" && leads(actor, invitation.communityId);
