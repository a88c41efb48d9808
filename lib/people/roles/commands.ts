import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { mayAdminister, peopleManagedBy } from "../policy";
import { toRole, withdraw } from "./rules";
import { ChangeRole } from "./schema";

/** An account that is closed carries no role. */
const find = (tx: Tx, { id }: { id: string }, actor: Actor) =>
  tx.user.findFirst({ where: { AND: [peopleManagedBy(actor), { id, closedAt: null, name: { not: null } }] }, select: { id: true } });

/** How many others can administer, with their number held until the end of the transaction. Who has only been invited cannot yet. */
export const countOtherAdministrators = async (tx: Tx, userId: string) => {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('administrators'))`;
  return tx.roleGrant.count({ where: { role: "ADMINISTRATOR", userId: { not: userId }, user: { closedAt: null, joinedAt: { not: null } } } });
};

/** What someone may do is another thing from now on: every session of theirs ends, and begins anew with it. */
const endSessions = (tx: Tx, userId: string) => tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } });

export const grantRole = command({
  event: "role.granted",
  input: ChangeRole,
  find,
  allow: mayAdminister,
  run: async (tx, { id }, { role }, actor) => {
    const { count } = await tx.roleGrant.createMany({ data: [{ userId: id, role: toRole(role), grantedById: actor.id }], skipDuplicates: true });
    if (count === 0) return refuse("has-role");
    await endSessions(tx, id);
    return ok({ id });
  },
  tells: (_out, _person, { role }) => ({ payload: { role } }),
});

export const withdrawRole = command({
  event: "role.withdrawn",
  input: ChangeRole,
  find,
  allow: mayAdminister,
  run: async (tx, { id }, { role }) => {
    const change = withdraw(toRole(role), await countOtherAdministrators(tx, id));
    if (!change.ok) return change;
    const { count } = await tx.roleGrant.deleteMany({ where: { userId: id, role: toRole(role) } });
    if (count === 0) return refuse("has-no-role");
    await endSessions(tx, id);
    return ok({ id });
  },
  tells: (_out, _person, { role }) => ({ payload: { role } }),
});
