import "server-only";
import { randomUUID } from "node:crypto";
import { command, fieldErrors } from "@/lib/platform/access";
import type { Actor, Me } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { limit } from "@/lib/platform/limits";
import { verifyPassword } from "@/lib/platform/password";
import { ok, refuse } from "@/lib/platform/result";
import { derivedToken, hashToken } from "@/lib/platform/token";
import { acceptPassword, emailTaken } from "../commands";
import { isOwn, mayManage, peopleManagedBy } from "../policy";
import { getOwnAccount } from "./queries";
import { AskEmailChange, ChangePassword, ConfirmEmail, ProposeEmail, SetEmail, StorePassword } from "./schema";

const HOUR = 3600 * 1000;

const own = (tx: Tx, actor: Actor, provenHash: string) => tx.user.findFirst({ where: { id: actor.id, passwordHash: provenHash, closedAt: null }, select: { id: true, email: true } });

/** Asks the acting person for their password again, outside any transaction; refuses by the field. */
const prove = async (actor: Actor, password: string) => {
  const allowed = await limit("password", actor.id);
  if (!allowed.ok) return refuse("too-many-requests");
  const person = await getOwnAccount(actor);
  if (!person?.passwordHash || !(await verifyPassword(person.passwordHash, password))) return refuse("invalid", { currentPassword: ["password-wrong"] });
  return ok({ ...person, passwordHash: person.passwordHash });
};

/** A new password ends every other session, and every link that would set another one. */
const storePassword = command({
  event: "password.changed",
  input: StorePassword,
  find: (tx, { provenHash }, actor) => own(tx, actor, provenHash),
  allow: isOwn,
  run: async (tx, { id }, { passwordHash }, actor) => {
    const now = new Date();
    const { sessionId } = actor as Me;
    await tx.user.update({ where: { id }, data: { passwordHash } });
    await tx.session.updateMany({ where: { userId: id, endedAt: null, ...(sessionId && { id: { not: sessionId } }) }, data: { endedAt: now } });
    await tx.passwordReset.updateMany({ where: { userId: id, usedAt: null }, data: { usedAt: now } });
    return ok({ id });
  },
});

export const changePassword = async (actor: Actor, raw: unknown) => {
  const parsed = ChangePassword.safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  const { currentPassword, password } = parsed.data;
  const proven = await prove(actor, currentPassword);
  if (!proven.ok) return proven;
  const hash = await acceptPassword(password, proven.value);
  return hash.ok ? storePassword(actor, { provenHash: proven.value.passwordHash, passwordHash: hash.value }) : hash;
};

/** The link goes to the new address; that it was asked for, to the old one. */
const proposeEmail = command({
  event: "email.change-asked",
  input: ProposeEmail,
  find: (tx, { provenHash }, actor) => own(tx, actor, provenHash),
  allow: isOwn,
  run: async (tx, { id, email: before }, { email }) => {
    if (email === before) return refuse("invalid", { email: ["email-same"] });
    if (await emailTaken(tx, email)) return refuse("invalid", { email: ["email-taken"] });
    const nonce = randomUUID();
    const tokenHash = hashToken(derivedToken(env().NEXTAUTH_SECRET, "email", nonce));
    await tx.emailChange.deleteMany({ where: { userId: id, usedAt: null } });
    await tx.emailChange.create({ data: { tokenHash, userId: id, email, expiresAt: new Date(Date.now() + 24 * HOUR) } });
    return ok({ id, nonce });
  },
  tells: ({ nonce }) => ({ payload: { nonce } }),
});

export const askEmailChange = async (actor: Actor, raw: unknown) => {
  const parsed = AskEmailChange.safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  const proven = await prove(actor, parsed.data.currentPassword);
  return proven.ok ? proposeEmail(actor, { email: parsed.data.email, provenHash: proven.value.passwordHash }) : proven;
};

export const confirmEmail = command({
  event: "email.changed",
  input: ConfirmEmail,
  find: async (tx, { token }, actor) => {
    const asked = await tx.emailChange.findFirst({
      where: { tokenHash: hashToken(token), userId: actor.id, usedAt: null, expiresAt: { gt: new Date() } },
      select: { tokenHash: true, email: true, user: { select: { id: true, email: true } } },
    });
    return asked && { id: asked.user.id, ...asked };
  },
  allow: isOwn,
  run: async (tx, { id, tokenHash, email, user }) => {
    const { count } = await tx.emailChange.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: new Date() } });
    if (count === 0) return refuse("not-found");
    if (await emailTaken(tx, email, id)) return refuse("email-taken");
    await tx.user.update({ where: { id }, data: { email, version: { increment: 1 } } });
    await tx.passwordReset.deleteMany({ where: { userId: id, usedAt: null } });
    return ok({ id, before: user.email });
  },
  tells: ({ before }) => ({ payload: { before } }),
});

/** On someone's behalf: links that were sent to the old address count no more, and both addresses are told. */
export const setEmail = command({
  event: "email.set",
  input: SetEmail,
  find: (tx, { id }, actor) =>
    tx.user.findFirst({ where: { AND: [peopleManagedBy(actor), { id, closedAt: null }] }, select: { id: true, email: true, roles: { select: { role: true } } } }),
  allow: mayManage,
  run: async (tx, { id, email: before }, { email }) => {
    if (email === (before ?? "")) return refuse("invalid", { email: ["email-same"] });
    if (email && (await emailTaken(tx, email, id))) return refuse("invalid", { email: ["email-taken"] });
    await tx.user.update({ where: { id }, data: { email: email || null, version: { increment: 1 } } });
    await tx.passwordReset.deleteMany({ where: { userId: id, usedAt: null } });
    await tx.emailChange.deleteMany({ where: { userId: id, usedAt: null } });
    await tx.invitation.deleteMany({ where: { userId: id, usedAt: null } });
    return ok({ id, before });
  },
  tells: ({ before }) => ({ payload: { before } }),
});
