import "server-only";
import { communitiesReadBy } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { addressesSeenBy } from "./policy";
import { isCalendar } from "./rules";

/** What someone subscribes to by private addresses. A community they no longer read has no name here, and no path, which would say it. */
export const listMyAddresses = read(
  (actor: Actor) => ({ mine: addressesSeenBy(actor), inside: communitiesReadBy(actor) }),
  async ({ mine, inside }, tx) => {
    const rows = await tx.privateAddress.findMany({ where: mine, select: { id: true, path: true, communityId: true, createdAt: true, lastUsedAt: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 50 });
    const ids = rows.flatMap(({ communityId }) => communityId ?? []);
    const places = ids.length > 0 ? await tx.community.findMany({ where: { AND: [inside, { id: { in: ids } }] }, select: { id: true, name: true } }) : [];
    return rows.map(({ communityId, path, ...row }) => ({ ...row, calendar: isCalendar(path), own: communityId === null, community: places.find(({ id }) => id === communityId)?.name ?? null }));
  },
);
