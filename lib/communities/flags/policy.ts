import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, leads } from "@/lib/platform/actor";
import { communitiesSeenBy } from "../policy";

/** A remark on the topic is between who made it and who leads, as long as they see the community. */
export const flagsSeenBy = (actor: Actor): Prisma.TopicFlagWhereInput =>
  actor.kind === "person"
    ? { community: communitiesSeenBy(actor), OR: [{ userId: actor.id }, { communityId: { in: [...actor.leads] } }] }
    : { id: { in: [] } };

/** Anyone who sees the charter may say that its topic is too general (domain 004-17). */
export const mayFlag = (actor: Actor) => actor.kind === "person";
export const mayAnswerFlag = (actor: Actor, flag: { communityId: string }) => actor.kind === "person" && leads(actor, flag.communityId);
