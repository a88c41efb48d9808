import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";

const mine = (actor: Actor) => ({ id: actor.id });

/** One's own profile, as its form shows it. */
export const getMyProfile = read(mine, (own, tx) =>
  tx.user.findFirst({
    where: own,
    select: {
      version: true, name: true, handle: true, position: true, about: true, knows: true, wants: true, languages: true, timeZone: true, locale: true, theme: true,
      unit: { select: { code: true, name: true } },
    },
  }),
);

/** One's own ways in. */
export const getMyAccount = read(mine, async (own, tx) => {
  const found = await tx.user.findFirst({
    where: own,
    select: {
      passwordHash: true,
      email: true,
      handle: true,
      identities: { select: { issuer: true, subject: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      emailChanges: { where: { usedAt: null, expiresAt: { gt: new Date() } }, select: { email: true }, take: 1 },
    },
  });
  if (!found) return null;
  const { passwordHash, ...account } = found;
  return { ...account, hasPassword: passwordHash !== null };
});
