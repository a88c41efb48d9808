import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** Whoever reads the account's mail may set a new password: the link is the proof. */
export const openResets = (now: Date): Prisma.PasswordResetWhereInput => ({ usedAt: null, expiresAt: { gt: now }, user: { closedAt: null, name: { not: null } } });
export const resetsSeenBy = (actor: Actor, now = new Date()): Prisma.PasswordResetWhereInput => (actor.kind === "visitor" ? openResets(now) : { tokenHash: { in: [] } });
export const mayReset = (actor: Actor) => actor.kind === "visitor";
