import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { read } from "@/lib/platform/access";
import { accountsAtTheDoor, sessionsSeenBy } from "./policy";
import { demoAccounts, demoEmail } from "./rules";

/** What the sign-in page says to everyone: whose portal this is. Null before `/setup`. */
export const getDoor = read(
  (_: Actor) => ({ id: 1 }),
  async (visible, tx) => {
    const organisation = await tx.organisation.findFirst({ where: visible, select: { name: true, demo: true } });
    if (!organisation?.demo) return organisation && { ...organisation, accounts: [] };
    const emails = demoAccounts.map(demoEmail);
    const people = await tx.user.findMany({ where: { email: { in: emails }, closedAt: null }, select: { email: true, name: true, position: true } });
    const accounts = demoAccounts.flatMap((account) => {
      const person = people.find(({ email }) => email === demoEmail(account));
      return person?.name ? [{ account, email: demoEmail(account), name: person.name, position: person.position }] : [];
    });
    return { ...organisation, accounts };
  },
);

/** The account behind a mail address or handle, to check a password against. For the door alone: it hands out a hash. */
export const findAccount = read(accountsAtTheDoor, (open, tx, account: string) =>
  tx.user.findFirst({ where: { AND: [open, account.includes("@") ? { email: account } : { handle: account }] }, select: { id: true, passwordHash: true } }),
);

/** The sessions someone has open, the latest used first. */
export const listMySessions = read(sessionsSeenBy, (visible, tx, now: Date) =>
  tx.session.findMany({
    where: { AND: [visible, { expiresAt: { gt: now } }] },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: 100,
  }),
);
