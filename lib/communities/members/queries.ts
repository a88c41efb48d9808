import "server-only";
import type { CommunityRole, Interest } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { empty, sql } from "@/lib/platform/sql";
import { communitiesReadBySql } from "../policy";
import { fromMemberCursor, type Place, toMemberCursor } from "./rules";
import type { MemberFilter } from "./schema";

export type MemberRow = {
  id: string;
  handle: string;
  name: string | null;
  position: string;
  unit: { code: string; name: string } | null;
  role: CommunityRole;
  interest: Interest;
  joinedAt: Date;
  /** Asked to lead, and has not answered yet; said to those who lead. */
  asked: boolean;
};

const inside = (actor: Actor) => ({ inside: communitiesReadBySql(actor), leading: [...actor.leads] });

const named = (q: string) => sql`unaccent(lower(u.name || ' ' || u.handle)) LIKE '%' || unaccent(lower(${q.replace(/[\\%_]/g, "\\$&")})) || '%'`;

/** Leaders stand before members: `LEADER` is the greater of the two roles. */
const behind = ({ leads, at, id }: Place) => {
  const after = sql`(m."joinedAt", m."userId") > (${at}, ${id}::uuid)`;
  return leads ? sql`AND (m.role = 'MEMBER' OR ${after})` : sql`AND m.role = 'MEMBER' AND ${after}`;
};

/** The members of a community whose inside the reader sees, its leaders first, then by how long they belong. Elsewhere nobody. */
export const listMembers = read(inside, async ({ inside, leading }, tx, slug: string, { q, unit, after, limit }: MemberFilter) => {
  const from = fromMemberCursor(after);
  const rows = await tx.$queryRaw<MemberRow[]>`
    SELECT u.id, u.handle, u.name, u.position, m.role, m.interest, m."joinedAt",
      CASE WHEN n.id IS NULL THEN NULL ELSE json_build_object('code', n.code, 'name', n.name) END unit,
      c.id = ANY(${leading}::uuid[]) AND EXISTS (SELECT 1 FROM "LeadershipOffer" o WHERE o."communityId" = c.id AND o."userId" = u.id AND o."answeredAt" IS NULL) asked
    FROM "Community" c JOIN "Membership" m ON m."communityId" = c.id JOIN "User" u ON u.id = m."userId" LEFT JOIN "Unit" n ON n.id = u."unitId"
    WHERE c.slug = ${slug} AND ${inside} ${q ? sql`AND ${named(q)}` : empty} ${unit ? sql`AND n.code = ${unit}` : empty}
      ${from ? behind(from) : empty}
    ORDER BY m.role DESC, m."joinedAt", m."userId" LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? toMemberCursor({ leads: last.role === "LEADER", at: last.joinedAt, id: last.id }) : null };
});

export type UnitShare = { code: string; name: string; members: number };

/** How many members each unit of the organisation has, the most first; those with people and no member stand at the end with none. */
export const listMemberUnits = read(inside, ({ inside }, tx, slug: string) =>
  tx.$queryRaw<UnitShare[]>`
    WITH place AS (SELECT c.id FROM "Community" c WHERE c.slug = ${slug} AND ${inside}),
      counted AS (SELECT u."unitId", count(*)::int members FROM place JOIN "Membership" m ON m."communityId" = place.id JOIN "User" u ON u.id = m."userId" GROUP BY 1)
    SELECT n.code, n.name, coalesce(k.members, 0) members FROM place, "Unit" n LEFT JOIN counted k ON k."unitId" = n.id
    WHERE k.members > 0 OR (n."closedAt" IS NULL AND EXISTS (SELECT 1 FROM "User" u WHERE u."unitId" = n.id AND u."closedAt" IS NULL))
    ORDER BY 3 DESC, n.name LIMIT 500`,
);
