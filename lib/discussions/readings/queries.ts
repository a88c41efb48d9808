import "server-only";
import { communitiesSeenBySql } from "@/lib/communities/policy";
import { unreadBundlesSql } from "@/lib/notifications/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { unseenSql } from "./policy";

export type Place = { id: string; slug: string; name: string; unread: number };

/**
 * What surrounds every page, in one statement: what someone belongs to, by name, each with how many of its discussions have something
 * new for them, counted to 100; and how many bundles of notifications are unread.
 */
export const getShell = read(
  (actor: Actor) => ({ visible: communitiesSeenBySql(actor), me: sql`${actor.id}::uuid`, notifications: unreadBundlesSql(actor) }),
  async ({ visible, me, notifications }, tx) => {
    const [shell] = await tx.$queryRaw<{ places: Place[]; notifications: number }[]>`
      SELECT ${notifications} notifications, coalesce((
        SELECT json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'unread', p.unread) ORDER BY lower(p.name), p.id) FROM (
          SELECT c.id, c.slug, c.name, n.unread
          FROM "Membership" m JOIN "Community" c ON c.id = m."communityId",
            LATERAL (SELECT count(*)::int unread FROM (SELECT 1 FROM "Discussion" d WHERE d."communityId" = c.id AND ${unseenSql} LIMIT 100) unseen) n
          WHERE m."userId" = ${me} AND c."archivedAt" IS NULL AND ${visible} ORDER BY lower(c.name), c.id LIMIT 100) p), '[]') places`;
    return shell ?? { places: [], notifications: 0 };
  },
);
