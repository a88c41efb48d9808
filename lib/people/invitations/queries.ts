import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { hashToken } from "@/lib/platform/token";
import { openInvitations } from "./policy";

/** Whom a mailed link invites, and where; null when it has been used, is too old, or never was. */
export const getInvitation = read(
  (_: Actor) => openInvitations(new Date()),
  async (open, tx, token: string) => {
    const found = await tx.invitation.findFirst({
      where: { AND: [open, { tokenHash: hashToken(token), byCode: false }] },
      select: { user: { select: { name: true, handle: true, email: true, locale: true } }, invitedBy: { select: { name: true } } },
    });
    return found && { ...found.user, invitedBy: found.invitedBy?.name ?? null };
  },
);
