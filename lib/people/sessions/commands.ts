import "server-only";
import { command } from "@/lib/platform/access";
import type { Me } from "@/lib/platform/actor";
import type { Caller } from "@/lib/platform/door";
import { giveBack, limit, type Limit } from "@/lib/platform/limits";
import { verifyNothing, verifyPassword } from "@/lib/platform/password";
import { ok, refuse } from "@/lib/platform/result";
import { visitor } from "@/lib/platform/actors";
import { sessionSeconds } from "@/lib/platform/session-cookie";
import { mayEndSession, mayOpenSession, sessionsSeenBy } from "./policy";
import { findAccount } from "./queries";
import { EndOtherSessions, EndSession, OpenSession, SignIn } from "./schema";

/**
 * Who was let in, as long as nothing has changed since they proved it: the account is open, the password is the one that was checked.
 * The account is held, so that whoever ends its sessions meanwhile ends this one too.
 */
export const openSession = command({
  event: "session.opened",
  input: OpenSession,
  find: async (tx, { userId, passwordHash }) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR SHARE`;
    return tx.user.findFirst({ where: { id: userId, closedAt: null, name: { not: null }, ...(passwordHash && { passwordHash }) }, select: { id: true } });
  },
  allow: mayOpenSession,
  run: async (tx, { id: userId }, { userAgent }) => {
    const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
    return ok(await tx.session.create({ data: { userId, userAgent, expiresAt }, select: { id: true, userId: true } }));
  },
  tells: ({ userId }) => ({ payload: { userId } }),
});

export const endSession = command({
  event: "session.ended",
  input: EndSession,
  find: (tx, { sessionId }, actor) => tx.session.findFirst({ where: { AND: [sessionsSeenBy(actor), { id: sessionId }] }, select: { id: true, userId: true } }),
  allow: mayEndSession,
  run: async (tx, { id }) => {
    await tx.session.update({ where: { id }, data: { endedAt: new Date() } });
    return ok({ id });
  },
});

/** Every session of the actor but the one they act in. */
export const endOtherSessions = command({
  event: "session.others-ended",
  input: EndOtherSessions,
  find: async (_tx, _input, actor) => ({ userId: actor.id, sessionId: (actor as Me).sessionId ?? undefined }),
  allow: mayEndSession,
  run: async (tx, { userId, sessionId }) => {
    const others = { userId, endedAt: null, ...(sessionId && { id: { not: sessionId } }) };
    const { count } = await tx.session.updateMany({ where: others, data: { endedAt: new Date() } });
    return ok({ id: userId, count });
  },
});

/**
 * Checks a mail address or handle and a password, and opens a session. Refuses with the same word and after the same time
 * whether the account is unknown, has no password, is closed, or the password is wrong. The check stands outside any
 * transaction: it takes a tenth of a second, and a rush of them must not hold the connections.
 */
export const signIn = async (raw: unknown, { address, userAgent }: Caller) => {
  const parsed = SignIn.safeParse(raw);
  if (!parsed.success) return refuse("wrong");
  const { email: account, password } = parsed.data;
  const counted: [Limit, string][] = [["sign-in", `${account} ${address}`], ["sign-in-account", account], ["sign-in-address", address]];
  const limits = await Promise.all(counted.map(([name, key]) => limit(name, key)));
  if (limits.some((one) => !one.ok)) return refuse("too-many-requests");
  const person = await findAccount(visitor, account);
  const right = person?.passwordHash ? await verifyPassword(person.passwordHash, password) : await verifyNothing(password);
  if (!person || !right) return refuse("wrong");
  await Promise.all(counted.map(([name, key]) => giveBack(name, key)));
  const opened = await openSession(visitor, { userId: person.id, passwordHash: person.passwordHash, userAgent });
  return opened.ok ? ok({ id: person.id, sessionId: opened.value.id }) : refuse("wrong");
};
