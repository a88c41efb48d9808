import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";

/** A wish to join is between who asks and who leads. */
export const requestsSeenBy = (actor: Actor): Prisma.MembershipRequestWhereInput =>
  actor.kind === "person" ? { OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] } : { id: { in: [] } };

export const mayAnswerRequest = (actor: Actor, request: { communityId: string }) => actor.kind === "person" && leads(actor, request.communityId);
