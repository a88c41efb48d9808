import "server-only";
import { randomUUID } from "node:crypto";
import { command, fieldErrors } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import type { Caller } from "@/lib/platform/door";
import { env } from "@/lib/platform/env";
import { limit } from "@/lib/platform/limits";
import { ok, refuse } from "@/lib/platform/result";
import { visitor } from "@/lib/platform/actors";
import { derivedToken, hashToken, newCode, normaliseCode } from "@/lib/platform/token";
import { acceptPassword, emailTaken, freeHandle } from "../commands";
import { peopleManagedBy } from "../policy";
import { putPosition, resolvePlace, toCategory } from "../positions/commands";
import { openSession } from "../sessions/commands";
import { mayInvite, mayInviteAgain, mayUse, openInvitations } from "./policy";
import { invitationEnds } from "./rules";
import { findInvitation } from "./queries";
import { ArriveByCode, ArriveByLink, InviteAgain, InvitePerson, UseInvitation } from "./schema";

/** One way in at a time: a new invitation ends the ones before. A code is in the answer, and nowhere else; a link is made by the job that mails it. */
export const issueInvitation = async (tx: Tx, userId: string, byCode: boolean, invitedById: string | null) => {
  const id = randomUUID();
  const code = byCode ? newCode() : null;
  const token = code ? (normaliseCode(code) ?? "") : derivedToken(env().NEXTAUTH_SECRET, "invitation", id);
  await tx.invitation.deleteMany({ where: { userId, usedAt: null } });
  await tx.invitation.create({ data: { id, userId, byCode, invitedById, tokenHash: hashToken(token), expiresAt: invitationEnds(byCode, new Date()) } });
  return { invitationId: id, code };
};

const byPerson = (actor: { id: string; kind: string }) => (actor.kind === "person" ? actor.id : null);

export const invitePerson = command({
  event: "person.invited",
  secret: true,
  input: InvitePerson,
  find: async () => ({}),
  allow: mayInvite,
  run: async (tx, _none, { name, email, handle: wished, locale, position, category, startsOn, ...said }, actor) => {
    const resolved = await resolvePlace(tx, said);
    if (!resolved.ok) return resolved;
    if (email && (await emailTaken(tx, email))) return refuse("invalid", { email: ["email-taken"] });
    const handle = await freeHandle(tx, name, wished);
    if (!handle.ok) return handle;
    const data = { name, handle: handle.value, email: email ?? null, locale: locale ?? null, position, category: toCategory(category), ...resolved.value };
    const { id } = await tx.user.create({ data, select: { id: true } });
    await putPosition(tx, id, { unitId: data.unitId, title: position, category: data.category, startsOn });
    const invitation = await issueInvitation(tx, id, !email, byPerson(actor));
    return ok({ id, name, handle: handle.value, ...invitation });
  },
  tells: ({ invitationId, code }) => ({ payload: { invitationId, byCode: code !== null } }),
});

export const inviteAgain = command({
  event: "invitation.renewed",
  secret: true,
  input: InviteAgain,
  find: (tx, { id }, actor) =>
    tx.user.findFirst({
      where: { AND: [peopleManagedBy(actor), { id, closedAt: null, name: { not: null } }] },
      select: { id: true, name: true, handle: true, email: true, joinedAt: true, roles: { select: { role: true } } },
    }),
  allow: mayInviteAgain,
  run: async (tx, { id, name, handle, email }, _input, actor) => {
    const invitation = await issueInvitation(tx, id, !email, byPerson(actor));
    return ok({ id, name: name ?? "", handle, ...invitation });
  },
  tells: ({ invitationId, code }) => ({ payload: { invitationId, byCode: code !== null } }),
});

/** Sets the password and lets in. Where someone had one already (a lost password, a new code), their other sessions end; links that would set another one count no more. */
const useInvitation = command({
  event: "person.joined",
  input: UseInvitation,
  find: (tx, { invitationId }) =>
    tx.invitation.findFirst({ where: { AND: [openInvitations(new Date()), { id: invitationId }] }, select: { id: true, userId: true, user: { select: { joinedAt: true } } } }),
  allow: mayUse,
  run: async (tx, { id, userId, user }, { passwordHash, name, locale }) => {
    const now = new Date();
    const { count } = await tx.invitation.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
    if (count === 0) return refuse("not-found");
    await tx.user.update({ where: { id: userId }, data: { passwordHash, name, locale, joinedAt: user.joinedAt ?? now, version: { increment: 1 } } });
    await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    return ok({ id: userId });
  },
});

/** Comes in by an invitation: token or code are looked up first, the password is judged and hashed outside any transaction. */
export const acceptInvitation = async (raw: unknown, { address, userAgent }: Caller) => {
  const parsed = (typeof raw === "object" && raw !== null && "token" in raw ? ArriveByLink : ArriveByCode).safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  const { name, password, locale, ...proof } = parsed.data;
  const limits = await Promise.all([limit("invitation-address", address), ...("handle" in proof ? [limit("invitation-account", proof.handle)] : [])]);
  if (limits.some((one) => !one.ok)) return refuse("too-many-requests");
  const invitation = await findInvitation(visitor, proof);
  if (!invitation) return refuse("invitation-unknown");
  const hash = await acceptPassword(password, { ...invitation.user, name });
  if (!hash.ok) return hash;
  const used = await useInvitation(visitor, { invitationId: invitation.id, passwordHash: hash.value, name, locale });
  if (!used.ok) return refuse("invitation-unknown");
  const opened = await openSession(visitor, { userId: used.value.id, passwordHash: hash.value, userAgent });
  return opened.ok ? ok({ sessionId: opened.value.id }) : refuse("invitation-unknown");
};
