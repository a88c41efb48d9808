import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** A token acts as its owner: only the owner sees that it exists. */
export const tokensSeenBy = (actor: Actor): Prisma.ApiTokenWhereInput => ({ userId: actor.id, revokedAt: null });
export const mayRevoke = (actor: Actor, token: { userId: string }) => actor.kind === "person" && actor.id === token.userId;
/** On someone's behalf only whoever runs the machine, at its command line. */
export const mayMakeFor = (actor: Actor) => actor.kind === "system";
