import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";

/** Whose account an identity at a provider opens. For the door alone. */
export const findIdentity = read(
  (actor: Actor) => (actor.kind === "visitor" ? {} : { userId: actor.id }),
  (visible, tx, issuer: string, subject: string) => tx.identity.findFirst({ where: { AND: [visible, { issuer, subject }] }, select: { userId: true } }),
);
