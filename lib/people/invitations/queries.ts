import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { hashToken, normaliseCode } from "@/lib/platform/token";
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

/** The invitation behind a mailed token, or behind a handle and the code on paper; null when there is none that still counts. */
export const findInvitation = read(
  (_: Actor) => openInvitations(new Date()),
  async (open, tx, said: { token: string } | { handle: string; code: string }) => {
    const secret = "token" in said ? said.token : normaliseCode(said.code);
    if (!secret) return null;
    return tx.invitation.findFirst({
      where: { AND: [open, { tokenHash: hashToken(secret), byCode: "code" in said, ...("handle" in said && { user: { handle: said.handle } }) }] },
      select: { id: true, user: { select: { id: true, name: true, handle: true, email: true } } },
    });
  },
);
