import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/platform/actor";
import { type Managed, mayManage, mayManagePeople } from "../policy";

type Arrived = Managed & { email: string | null; joinedAt: Date | null };

export const mayInvite = (actor: Actor) => mayManagePeople(actor) || actor.kind === "system";
/**
 * Whoever has not arrived yet may be invited again. Who has arrived and has no mail address gets a new code when the
 * password is lost; who has one asks for a link, and nobody else gets hold of it.
 */
export const mayInviteAgain = (actor: Actor, person: Arrived) => mayManage(actor, person) && (!person.joinedAt || !person.email);
/** An invitation is its own proof: whoever holds it may use it while it lasts. */
export const mayUse = (actor: Actor) => actor.kind === "visitor";

export const openInvitations = (now: Date): Prisma.InvitationWhereInput => ({ usedAt: null, expiresAt: { gt: now }, user: { closedAt: null, name: { not: null } } });
