import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { flagsSeenBySql } from "./policy";

export type FlagView = { id: string; reason: string; createdAt: Date; resolvedAt: Date | null; answer: string; mine: boolean; by: string | null };

/** Remarks on the topic that nobody has answered, for the leaders; and one's own latest with what became of it, for who made it. */
export const listFlags = read(
  (actor: Actor) => ({ visible: flagsSeenBySql(actor), me: actor.id, leading: actor.leads }),
  async ({ visible, me, leading }, tx, communityId: string) => {
    const rows = await tx.$queryRaw<FlagView[]>`
      SELECT f.id, f.reason, f."createdAt", f."resolvedAt", f.answer, f."userId" = ${me}::uuid mine, u.name by
      FROM "TopicFlag" f JOIN "Community" c ON c.id = f."communityId" JOIN "User" u ON u.id = f."userId"
      WHERE f."communityId" = ${communityId}::uuid AND (f."resolvedAt" IS NULL OR f."userId" = ${me}::uuid) AND ${visible} ORDER BY f."createdAt" DESC, f.id DESC LIMIT 50`;
    return { open: leading.includes(communityId) ? rows.filter((row) => !row.resolvedAt) : [], mine: rows.find((row) => row.mine) ?? null };
  },
);
