import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

/** An invitation is between who is invited and who leads. */
export const invitationsSeenBy = (actor: Actor): Prisma.CommunityInvitationWhereInput =>
  actor.kind === "person" ? { OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] } : { id: { in: [] } };

/** The same rows for raw SQL, where the invitation stands under the alias `i`. */
export const invitationsSeenBySql = (actor: Actor) =>
  actor.kind === "person" ? sql`(i."userId" = ${actor.id}::uuid OR i."communityId" = ANY(${[...actor.leads]}::uuid[]))` : sql`false`;

export const mayWithdrawInvitation = (actor: Actor, invitation: { communityId: string }) => actor.kind === "person" && leads(actor, invitation.communityId);
