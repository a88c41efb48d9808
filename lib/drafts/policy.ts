import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** A draft is its writer's alone. */
export const draftsSeenBy = (actor: Actor): Prisma.DraftWhereInput => ({ userId: actor.id });
export const mayKeepDraft = (actor: Actor) => actor.kind === "person";
/** Drafts nobody has touched since this moment, for the clock alone. */
export const staleDraftsSeenBy = (actor: Actor, before: Date): Prisma.DraftWhereInput => (actor.kind === "system" ? { updatedAt: { lt: before } } : { userId: { in: [] } });
export const mayForgetDrafts = (actor: Actor) => actor.kind === "system";
