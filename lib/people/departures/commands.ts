import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { personSaid, today } from "../commands";
import { isOwn, peopleManagedBy } from "../policy";
import { countOtherAdministrators } from "../roles/commands";
import { holdTree } from "../units/commands";
import { mayClose, mayErase } from "./policy";
import { emptied, leave } from "./rules";
import { AskErasure, CloseAccount, EraseAccount } from "./schema";

/** The tree first, then the person: as whoever changes a unit does, whose people are written with it. */
const held = async (tx: Tx, { id }: { id: string }, actor: Actor) => {
  await holdTree(tx);
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.user.findFirst({
    where: { AND: [peopleManagedBy(actor), { id }] },
    select: { id: true, name: true, handle: true, email: true, managerId: true, closedAt: true, roles: { select: { role: true } }, departure: { select: { erasedAt: true } } },
  });
};
type Leaver = NonNullable<Awaited<ReturnType<typeof held>>>;

/** What someone answers for goes to the heir; without one, people go to the next above, and units stand open. */
const handOver = async (tx: Tx, { id, managerId }: Leaver, heirId: string | null) => {
  await tx.unit.updateMany({ where: { headId: id }, data: { headId: heirId } });
  await tx.unit.updateMany({ where: { lessonManagerId: id }, data: { lessonManagerId: heirId } });
  const above = heirId ?? managerId;
  if (above) await tx.user.updateMany({ where: { managerId: id, id: above }, data: { managerId: managerId === above ? null : managerId } });
  await tx.user.updateMany({ where: { managerId: id, ...(above && { id: { not: above } }) }, data: { managerId: above } });
};

/** Every way in, and what was only the leaver's own. */
const takeAway = async (tx: Tx, userId: string) => {
  const now = new Date();
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
  await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.privateAddress.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.invitation.deleteMany({ where: { userId } });
  await tx.passwordReset.deleteMany({ where: { userId } });
  await tx.emailChange.deleteMany({ where: { userId } });
  await tx.identity.deleteMany({ where: { userId } });
  await tx.roleGrant.deleteMany({ where: { userId } });
  await tx.absence.deleteMany({ where: { userId } });
  await tx.draft.deleteMany({ where: { userId } });
  await tx.follow.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.channelChoice.deleteMany({ where: { userId } });
  await tx.mailRhythm.deleteMany({ where: { userId } });
  await tx.mailSilence.deleteMany({ where: { userId } });
  await tx.noticeMail.deleteMany({ where: { userId } });
  await tx.discussion.updateMany({ where: { lastReplierId: userId }, data: { lastReplierName: null } });
};

/** Where somebody would have begun later, they never were. */
const endPositions = async (tx: Tx, userId: string) => {
  const day = await today(tx);
  await tx.position.deleteMany({ where: { userId, startsOn: { gt: day } } });
  await tx.position.updateMany({ where: { userId, OR: [{ endsOn: null }, { endsOn: { gt: day } }] }, data: { endsOn: day } });
};

/** Closes an account at once, in one transaction. The name stays with the departure alone; the texts stay under "former colleague". */
const depart = async (tx: Tx, leaver: Leaver, heirId: string | null, actor: Actor) => {
  const { id, name, handle, email, closedAt, roles } = leaver;
  const administrator = roles.some(({ role }) => role === "ADMINISTRATOR");
  const change = leave({ id, closedAt, administrator }, administrator ? await countOtherAdministrators(tx, id) : 0);
  if (!change.ok) return change;
  await handOver(tx, leaver, heirId);
  await takeAway(tx, id);
  await endPositions(tx, id);
  await tx.departure.create({ data: { userId: id, name, handle, email, heirId, closedById: actor.kind === "person" ? actor.id : null } });
  await tx.user.update({ where: { id }, data: { ...emptied(id), closedAt: new Date(), version: { increment: 1 } } });
  return ok({ id });
};

export const closeAccount = command({
  event: "person.closed",
  input: CloseAccount,
  find: held,
  allow: mayClose,
  run: async (tx, leaver, { heir }, actor) => {
    const successor = heir ? await personSaid(tx, heir) : null;
    if (heir && (!successor || successor.id === leaver.id)) return refuse("invalid", { heir: ["person-unknown"] });
    const closed = await depart(tx, leaver, successor?.id ?? null, actor);
    return closed.ok ? ok({ id: leaver.id, heirId: successor?.id ?? null }) : closed;
  },
  tells: ({ heirId }) => ({ payload: { heirId } }),
});

/** What tells of a person beside their own rows: events, answers kept for a second try, what was written to or by them on the way into communities. */
const forget = async (tx: Tx, userId: string) => {
  await tx.event.updateMany({ where: { subjectId: userId }, data: { payload: {} } });
  await tx.event.updateMany({ where: { name: { in: ["community.member-removed", "token.made-for"] }, payload: { path: ["userId"], equals: userId } }, data: { payload: { userId } } });
  await tx.idempotencyKey.deleteMany({ where: { actorId: userId } });
  await tx.membershipRequest.updateMany({ where: { userId }, data: { message: "" } });
  await tx.communityInvitation.updateMany({ where: { userId }, data: { message: "" } });
  await tx.mention.deleteMany({ where: { userId } });
  await tx.bookmark.deleteMany({ where: { userId } });
  await tx.reading.deleteMany({ where: { userId } });
};

/** Forgets who it was: what the departure still knew, where they worked when, what events said of them. An open account closes on the way. */
export const eraseAccount = command({
  event: "person.erased",
  input: EraseAccount,
  find: held,
  allow: mayErase,
  run: async (tx, leaver, _input, actor) => {
    const { id, closedAt, departure } = leaver;
    if (departure?.erasedAt) return refuse("erased-already");
    if (!closedAt) {
      const closed = await depart(tx, leaver, null, actor);
      if (!closed.ok) return closed;
    }
    await tx.departure.update({ where: { userId: id }, data: { name: null, handle: null, email: null, erasedAt: new Date() } });
    await tx.position.deleteMany({ where: { userId: id } });
    await tx.session.deleteMany({ where: { userId: id } });
    await tx.apiToken.deleteMany({ where: { userId: id } });
    await tx.privateAddress.deleteMany({ where: { userId: id } });
    await tx.erasureRequest.deleteMany({ where: { userId: id } });
    await forget(tx, id);
    return ok({ id, wasOpen: closedAt === null });
  },
  tells: ({ wasOpen }) => ({ payload: { wasOpen } }),
});

export const askErasure = command({
  event: "erasure.asked",
  input: AskErasure,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: isOwn,
  run: async (tx, { id }) => {
    const { count } = await tx.erasureRequest.createMany({ data: [{ userId: id }], skipDuplicates: true });
    return count === 1 ? ok({ id }) : refuse("asked-already");
  },
});

export const withdrawErasure = command({
  event: "erasure.withdrawn",
  input: AskErasure,
  find: (tx, _input, actor) => tx.erasureRequest.findFirst({ where: { userId: actor.id }, select: { userId: true } }),
  allow: (actor, { userId }) => isOwn(actor, { id: userId }),
  run: async (tx, { userId }) => {
    await tx.erasureRequest.delete({ where: { userId } });
    return ok({ id: userId });
  },
});
