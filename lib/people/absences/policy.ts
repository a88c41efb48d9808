import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";

/** One's own absences in full. That a colleague is away, and until when, everyone sees: so that nobody waits for an answer. */
export const absencesSeenBy = (actor: Actor): Prisma.AbsenceWhereInput => ({ userId: actor.id });
export const mayEndAbsence = (actor: Actor, absence: { userId: string }) => actor.kind === "person" && actor.id === absence.userId;
