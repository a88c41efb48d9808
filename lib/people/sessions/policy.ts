import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** Sessions are their owner's own business: where and when someone works, nobody else sees. */
export const sessionsSeenBy = (actor: Actor): Prisma.SessionWhereInput => ({ userId: actor.id, endedAt: null });

export const mayEndSession = (actor: Actor, session: { userId: string }) => actor.kind === "person" && actor.id === session.userId;
/** The accounts that somebody at the door may say are theirs. */
export const accountsAtTheDoor = (actor: Actor): Prisma.UserWhereInput => (actor.kind === "visitor" ? { closedAt: null, name: { not: null } } : { id: { in: [] } });
/** Only who is not signed in yet comes in through the door. */
export const mayOpenSession = (actor: Actor) => actor.kind === "visitor";
