import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { hashToken } from "@/lib/platform/token";
import { openResets } from "./policy";

/** Whether a mailed link still sets a password, and whose. */
export const getReset = read(
  (_: Actor) => openResets(new Date()),
  async (open, tx, token: string) => {
    const found = await tx.passwordReset.findFirst({ where: { AND: [open, { tokenHash: hashToken(token) }] }, select: { user: { select: { name: true, handle: true } } } });
    return found?.user ?? null;
  },
);
