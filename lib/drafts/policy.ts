import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** A draft is its writer's alone. */
export const draftsSeenBy = (actor: Actor): Prisma.DraftWhereInput => ({ userId: actor.id });
export const mayKeepDraft = (actor: Actor) => actor.kind === "person";
