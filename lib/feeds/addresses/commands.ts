import "server-only";
import { communitiesReadBy } from "@/lib/communities/policy";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { hashToken, newToken } from "@/lib/platform/token";
import { addressesSeenBy, mayHaveAddress, mayRevoke } from "./policy";
import { placeOf } from "./rules";
import { MakeAddress, RevokeAddress } from "./schema";

const MOST = 50;

/** What an address would open: something of one's own, or the inside of a community that one reads. */
const findPlace = async (tx: Tx, { path }: { path: string }, actor: Actor) => {
  const place = placeOf(path);
  if (!place) return null;
  if (place.slug === null) return { communityId: null };
  const community = await tx.community.findFirst({ where: { AND: [communitiesReadBy(actor), { slug: place.slug }] }, select: { id: true } });
  return community && { communityId: community.id };
};

/** The key is in the answer and nowhere else: what is kept knows it again, and cannot tell it. It opens this one path. */
export const makeAddress = command({
  event: "address.made",
  secret: true,
  input: MakeAddress,
  find: findPlace,
  allow: mayHaveAddress,
  run: async (tx, { communityId }, { path }, { id: userId }) => {
    if ((await tx.privateAddress.count({ where: { userId, revokedAt: null } })) >= MOST) return refuse("too-many-addresses");
    const key = newToken();
    const { id } = await tx.privateAddress.create({ data: { userId, communityId, path, keyHash: hashToken(key) }, select: { id: true } });
    return ok({ id, address: `${path}?key=${key}` });
  },
});

export const revokeAddress = command({
  event: "address.revoked",
  input: RevokeAddress,
  find: (tx, { id }, actor) => tx.privateAddress.findFirst({ where: { AND: [addressesSeenBy(actor), { id }] }, select: { id: true, userId: true } }),
  allow: mayRevoke,
  run: async (tx, { id }) => {
    await tx.privateAddress.update({ where: { id }, data: { revokedAt: new Date() } });
    return ok({ id });
  },
});
