import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** A private address reads as its owner: only the owner sees that it exists. */
export const addressesSeenBy = (actor: Actor): Prisma.PrivateAddressWhereInput => ({ userId: actor.id, revokedAt: null });
export const mayHaveAddress = (actor: Actor) => actor.kind === "person";
export const mayRevoke = (actor: Actor, address: { userId: string }) => actor.kind === "person" && actor.id === address.userId;
