import "server-only";
import type { Tx } from "@/lib/platform/db";
import { checkPassword, hashPassword } from "@/lib/platform/password";
import { ok, refuse } from "@/lib/platform/result";
import { slugify } from "@/lib/platform/text/slug";
import { dayIn } from "./positions/rules";
import { handlesFor, isReservedHandle, ownWords } from "./rules";

/** The first handle nobody has had, for a name; or the wished one, if it is free: texts still name who has left by theirs. Those who come at once take turns. */
export const freeHandle = async (tx: Tx, name: string, wished?: string) => {
  if (wished && isReservedHandle(wished)) return refuse("invalid", { handle: ["handle-taken"] });
  const tries = wished ? [wished] : handlesFor(slugify(name));
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('handle'))`;
  const had = { where: { handle: { in: tries } }, select: { handle: true } };
  const taken = new Set([...(await tx.user.findMany(had)), ...(await tx.departure.findMany(had))].map((one) => one.handle));
  const free = tries.find((handle) => !taken.has(handle));
  return free ? ok(free) : refuse("invalid", { handle: ["handle-taken"] });
};

/** Whether somebody has this address; whoever asks at the same time waits, and an import of people, so that the answer still holds when it is written. */
export const emailTaken = async (tx: Tx, email: string, but?: string) => {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(hashtext('import people'))`;
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext(${`email ${email}`}))`;
  return (await tx.user.count({ where: { email, ...(but && { id: { not: but } }) } })) > 0;
};

/** A password ready to be stored, or what is wrong with it by the field. */
export const acceptPassword = async (password: string, person: { name: string | null; handle: string; email: string | null }) => {
  const good = await checkPassword(password, ownWords(person));
  return good.ok ? ok(await hashPassword(password)) : refuse("invalid", { password: [good.why] });
};

/** The person an open account belongs to, by handle or mail address. */
export const personSaid = (tx: Tx, said: string) =>
  tx.user.findFirst({ where: { ...(said.includes("@") ? { email: said } : { handle: said }), closedAt: null, name: { not: null }, imported: null }, select: { id: true } });

/** Today, as the organisation's calendar says. */
export const today = async (tx: Tx) => {
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return dayIn(new Date(), organisation?.timeZone ?? "UTC");
};
