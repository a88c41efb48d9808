import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { hashToken } from "@/lib/platform/token";

/** One's own account, to check one's own password against. */
export const getOwnAccount = read(
  (actor: Actor) => ({ id: actor.id, closedAt: null }),
  (own, tx) => tx.user.findFirst({ where: own, select: { passwordHash: true, name: true, handle: true, email: true } }),
);

/** The mail address that a mailed link makes one's own, while it lasts. */
export const getEmailChange = read(
  (actor: Actor) => ({ userId: actor.id, usedAt: null, expiresAt: { gt: new Date() } }),
  (own, tx, token: string) => tx.emailChange.findFirst({ where: { AND: [own, { tokenHash: hashToken(token) }] }, select: { email: true } }),
);
