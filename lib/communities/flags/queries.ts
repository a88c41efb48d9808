import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { flagsSeenBy } from "./policy";

/** Remarks on the topic that nobody has answered, for the leaders; and one's own latest with what became of it, for who made it. */
export const listFlags = read(
  (actor: Actor) => ({ visible: flagsSeenBy(actor), me: actor.id, leading: [...actor.leads] }),
  async ({ visible, me, leading }, tx, communityId: string) => {
    const rows = await tx.topicFlag.findMany({
      where: { AND: [visible, { communityId }, { OR: [{ resolvedAt: null }, { userId: me }] }] },
      select: { id: true, userId: true, reason: true, createdAt: true, resolvedAt: true, answer: true, user: { select: { name: true, handle: true } } },
      orderBy: { createdAt: "desc" },
      take: 50,
    });
    const view = rows.map(({ userId, ...row }) => ({ ...row, mine: userId === me }));
    return { open: leading.includes(communityId) ? view.filter((row) => !row.resolvedAt) : [], mine: view.find((row) => row.mine) ?? null };
  },
);
export type FlagView = Awaited<ReturnType<typeof listFlags>>["open"][number];
