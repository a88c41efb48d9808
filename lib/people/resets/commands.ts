import "server-only";
import { randomUUID } from "node:crypto";
import { command, fieldErrors } from "@/lib/platform/access";
import type { Caller } from "@/lib/platform/door";
import { env } from "@/lib/platform/env";
import { limit } from "@/lib/platform/limits";
import { ok, refuse } from "@/lib/platform/result";
import { visitor } from "@/lib/platform/actors";
import { derivedToken, hashToken } from "@/lib/platform/token";
import { acceptPassword } from "../commands";
import { openSession } from "../sessions/commands";
import { mayReset, openResets } from "./policy";
import { findAddressee, getReset } from "./queries";
import { AskReset, MailReset, ResetPassword, UseReset } from "./schema";

const LASTS = 3600 * 1000;
/** Milliseconds that every answer takes at least: longer than the work for an account that there is. */
const SAME_TIME = 300;

const mailReset = command({
  event: "password.reset-asked",
  input: MailReset,
  find: (tx, { userId }) => tx.user.findFirst({ where: { id: userId, closedAt: null, name: { not: null }, email: { not: null } }, select: { id: true } }),
  allow: mayReset,
  run: async (tx, { id }) => {
    const nonce = randomUUID();
    const tokenHash = hashToken(derivedToken(env().NEXTAUTH_SECRET, "reset", nonce));
    await tx.passwordReset.create({ data: { tokenHash, userId: id, expiresAt: new Date(Date.now() + LASTS) } });
    return ok({ id, nonce });
  },
  tells: ({ nonce }) => ({ payload: { nonce } }),
});

/** Sends a link to an address that has an account. Says the same after the same time when it has none. */
export const askReset = async (raw: unknown, { address }: Caller) => {
  const parsed = AskReset.safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  const { email } = parsed.data;
  const limits = await Promise.all([limit("reset", email), limit("reset-address", address)]);
  if (limits.some((one) => !one.ok)) return refuse("too-many-requests");
  const work = async () => {
    const person = await findAddressee(visitor, email);
    if (person) await mailReset(visitor, { userId: person.id });
  };
  await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, SAME_TIME))]);
  return ok({});
};

/** A password set by mailed link ends every session, and every other link. Whoever was only invited has arrived by it. */
const useReset = command({
  event: "password.reset",
  input: UseReset,
  find: (tx, { tokenHash }) =>
    tx.passwordReset.findFirst({ where: { AND: [openResets(new Date()), { tokenHash }] }, select: { userId: true, user: { select: { joinedAt: true } } } }),
  allow: mayReset,
  run: async (tx, { userId, user }, { tokenHash, passwordHash }) => {
    const now = new Date();
    const { count } = await tx.passwordReset.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: now } });
    if (count === 0) return refuse("not-found");
    await tx.user.update({ where: { id: userId }, data: { passwordHash, joinedAt: user.joinedAt ?? now } });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    await tx.invitation.deleteMany({ where: { userId, usedAt: null } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
    return ok({ id: userId });
  },
});

export const resetPassword = async (raw: unknown, { address, userAgent }: Caller) => {
  const parsed = ResetPassword.safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  if (!(await limit("reset-address", address)).ok) return refuse("too-many-requests");
  const tokenHash = hashToken(parsed.data.token);
  const person = await getReset(visitor, parsed.data.token);
  if (!person) return refuse("not-found");
  const hash = await acceptPassword(parsed.data.password, person);
  if (!hash.ok) return hash;
  const used = await useReset(visitor, { tokenHash, passwordHash: hash.value });
  if (!used.ok) return refuse("not-found");
  const opened = await openSession(visitor, { userId: used.value.id, passwordHash: hash.value, userAgent });
  return opened.ok ? ok({ sessionId: opened.value.id }) : refuse("not-found");
};
