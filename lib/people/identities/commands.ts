import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Caller } from "@/lib/platform/door";
import { ok, refuse } from "@/lib/platform/result";
import { visitor } from "@/lib/platform/actors";
import { openSession } from "../sessions/commands";
import { identitiesSeenBy, mayConnect, mayDisconnect, mayEnter } from "./policy";
import { findIdentity } from "./queries";
import { Claims, Connect, Disconnect, FirstEntry } from "./schema";

/**
 * The first entry of someone who was invited: the provider vouches for the mail address the invitation was meant for, and nobody
 * has used the account yet. Any other account is never joined to an identity by its address: addresses change hands.
 */
const enterInvited = command({
  event: "person.joined",
  input: FirstEntry,
  find: (tx, { email, emailVerified }) =>
    emailVerified
      ? tx.user.findFirst({
          where: { email, closedAt: null, name: { not: null }, joinedAt: null, passwordHash: null, identities: { none: {} }, invitations: { some: { usedAt: null, expiresAt: { gt: new Date() } } } },
          select: { id: true },
        })
      : Promise.resolve(null),
  allow: mayEnter,
  run: async (tx, { id }, { issuer, subject }) => {
    const now = new Date();
    const { count } = await tx.user.updateMany({ where: { id, joinedAt: null }, data: { joinedAt: now } });
    if (count === 0) return refuse("not-found");
    await tx.identity.create({ data: { issuer, subject, userId: id } });
    await tx.invitation.updateMany({ where: { userId: id, usedAt: null }, data: { usedAt: now } });
    return ok({ id });
  },
});

/** Lets in whom a provider has vouched for: by issuer and subject, or as the first entry of someone invited. Anybody else is refused in plain words. */
export const enterByProvider = async (raw: unknown, { userAgent }: Caller) => {
  const parsed = Claims.safeParse(raw);
  if (!parsed.success) return refuse("identity-unknown");
  const { issuer, subject } = parsed.data;
  const known = await findIdentity(visitor, issuer, subject);
  const entered = known ? ok({ id: known.userId }) : await enterInvited(visitor, parsed.data);
  if (!entered.ok) return refuse("identity-unknown");
  const opened = await openSession(visitor, { userId: entered.value.id, passwordHash: null, userAgent });
  return opened.ok ? ok({ id: entered.value.id, sessionId: opened.value.id }) : refuse("identity-unknown");
};

/** Someone who is signed in adds the provider as another way in. */
export const connectIdentity = command({
  event: "identity.connected",
  input: Connect,
  find: async (_tx, _input, actor: Actor) => ({ id: actor.id }),
  allow: mayConnect,
  run: async (tx, { id }, identity) => {
    const { count } = await tx.identity.createMany({ data: [{ ...identity, userId: id }], skipDuplicates: true });
    const held = count === 1 || (await tx.identity.count({ where: { ...identity, userId: id } })) > 0;
    return held ? ok({ id }) : refuse("identity-taken");
  },
});

/** Never the last way in: without a password it would be a way out. */
export const disconnectIdentity = command({
  event: "identity.disconnected",
  input: Disconnect,
  find: (tx, identity, actor) => tx.identity.findFirst({ where: { AND: [identitiesSeenBy(actor), identity] }, select: { userId: true, issuer: true, subject: true, user: { select: { passwordHash: true } } } }),
  allow: mayDisconnect,
  run: async (tx, { userId, issuer, subject, user }) => {
    if (!user.passwordHash) return refuse("last-way-in");
    await tx.identity.delete({ where: { issuer_subject: { issuer, subject } } });
    return ok({ id: userId });
  },
});
