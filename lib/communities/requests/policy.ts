import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

/** A wish to join is between who asks and who leads. */
export const requestsSeenBy = (actor: Actor): Prisma.MembershipRequestWhereInput =>
  actor.kind === "person" ? { OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] } : { id: { in: [] } };

/** The same rows for raw SQL, where the request stands under the alias `r`. */
export const requestsSeenBySql = (actor: Actor) =>
  actor.kind === "person" ? sql`(r."userId" = ${actor.id}::uuid OR r."communityId" = ANY(${[...actor.leads]}::uuid[]))` : sql`false`;

export const mayAnswerRequest = (actor: Actor, request: { communityId: string }) => actor.kind === "person" && leads(actor, request.communityId);
