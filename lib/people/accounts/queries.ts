import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";

/** One's own account, to check one's own password against. */
export const getOwnAccount = read(
  (actor: Actor) => ({ id: actor.id, closedAt: null }),
  (own, tx) => tx.user.findFirst({ where: own, select: { passwordHash: true, name: true, handle: true, email: true } }),
);
