import "server-only";
import type { Tx } from "@/lib/platform/db";

/**
 * Holds the rows of discussions until the end of the transaction, in one order for everyone: nobody replies in, moves, merges
 * or deletes them meanwhile, and what a rule has seen still stands when it is written.
 */
export const holdDiscussions = (tx: Tx, ids: string[]) =>
  tx.$queryRaw`SELECT id FROM "Discussion" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;

/** Holds communities whose counters change, in one order for everyone. */
export const holdCommunities = (tx: Tx, ids: string[]) =>
  tx.$queryRaw`SELECT id FROM "Community" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** Where a post stands now, for the way back to it. */
export const slugOf = async (tx: Tx, communityId: string) => (await tx.community.findUniqueOrThrow({ where: { id: communityId }, select: { slug: true } })).slug;
