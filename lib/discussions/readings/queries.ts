import "server-only";
import { communitiesSeenBySql } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { unseenSql } from "./policy";

export type Place = { id: string; slug: string; name: string; unread: number };

/** What someone belongs to, by name, each with how many of its discussions have something new for them; counted to 100. For the shell. */
export const listPlaces = read(
  (actor: Actor) => ({ visible: communitiesSeenBySql(actor), me: sql`${actor.id}::uuid` }),
  ({ visible, me }, tx) => tx.$queryRaw<Place[]>`
    SELECT c.id, c.slug, c.name, n.unread
    FROM "Membership" m JOIN "Community" c ON c.id = m."communityId",
      LATERAL (SELECT count(*)::int unread FROM (SELECT 1 FROM "Discussion" d WHERE d."communityId" = c.id AND ${unseenSql} LIMIT 100) unseen) n
    WHERE m."userId" = ${me} AND c."archivedAt" IS NULL AND ${visible} ORDER BY lower(c.name), c.id LIMIT 100`,
);
