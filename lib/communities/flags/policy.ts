import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { communitiesSeenBy, communitiesSeenBySql } from "../policy";

/** A remark on the topic is between who made it and who leads, as long as they see the community. */
export const flagsSeenBy = (actor: Actor): Prisma.TopicFlagWhereInput =>
  actor.kind === "person"
    ? { community: communitiesSeenBy(actor), OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] }
    : { id: { in: [] } };

/** The same rows for raw SQL: the remark under the alias `f`, its community under `c`. */
export const flagsSeenBySql = (actor: Actor) =>
  actor.kind === "person"
    ? sql`(${communitiesSeenBySql(actor)} AND (f."userId" = ${actor.id}::uuid OR f."communityId" = ANY(${[...actor.leads]}::uuid[])))`
    : sql`false`;

/** Anyone who sees the charter may say that its topic is too general (domain 004-17). */
export const mayFlag = (actor: Actor) => actor.kind === "person";
export const mayAnswerFlag = (actor: Actor, flag: { communityId: string }) => actor.kind === "person" && leads(actor, flag.communityId);
