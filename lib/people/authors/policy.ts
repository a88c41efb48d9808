import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { mayAdminister } from "../policy";

/** The authors of imported texts, for whom an administrator finds the person behind. How much they wrote, and where, is not told here. */
export const authorsSeenBy = (actor: Actor): Prisma.UserWhereInput => (mayAdminister(actor) ? { imported: { isNot: null }, closedAt: null } : { id: { in: [] } });
export const authorsSeenBySql = (actor: Actor) => (mayAdminister(actor) ? sql`(u."closedAt" IS NULL AND i."userId" IS NOT NULL)` : sql`false`);
export const mayClaim = mayAdminister;
