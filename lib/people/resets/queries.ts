import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { hashToken } from "@/lib/platform/token";
import { accountsAtTheDoor } from "../sessions/policy";
import { resetsSeenBy } from "./policy";

/** Whether a mailed link still sets a password, and whose. */
export const getReset = read(
  (actor: Actor) => resetsSeenBy(actor),
  async (open, tx, token: string) => {
    const found = await tx.passwordReset.findFirst({ where: { AND: [open, { tokenHash: hashToken(token) }] }, select: { user: { select: { name: true, handle: true, email: true } } } });
    return found?.user ?? null;
  },
);

/** The account that reads its mail at this address. */
export const findAddressee = read(accountsAtTheDoor, (open, tx, email: string) => tx.user.findFirst({ where: { AND: [open, { email }] }, select: { id: true } }));
