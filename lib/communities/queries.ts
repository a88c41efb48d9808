import "server-only";
import { cache } from "react";
import type { CommunityRole, Entry, FollowLevel, Interest, Rhythm } from "@/lib/generated/prisma/enums";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, type Sql, sql } from "@/lib/platform/sql";
import { communitiesReadBySql, communitiesSeenBySql } from "./policy";
import { beatSql } from "./rhythm/queries";
import type { Beat } from "./rhythm/rules";
import { toEntry } from "./rules";
import type { ListFilter } from "./schema";

const mine = (actor: Actor) => ({ visible: communitiesSeenBySql(actor), read: communitiesReadBySql(actor), me: sql`${actor.id}::uuid` });

export type CommunityRow = {
  id: string;
  slug: string;
  name: string;
  language: string;
  domain: string;
  entry: Entry;
  rhythm: Rhythm;
  memberCount: number;
  discussionCount: number;
  lastActivityAt: Date;
  createdAt: Date;
  archivedAt: Date | null;
  role: CommunityRole | null;
  invited: boolean;
};

/** Accents and capitals do not count; a word may be misspelt. */
const matches = (q: string) => sql`(
  unaccent(lower(c.name || ' ' || c.domain)) LIKE '%' || unaccent(lower(${q.replace(/[\\%_]/g, "\\$&")})) || '%'
  OR word_similarity(unaccent(lower(${q})), unaccent(lower(c.name))) > 0.5)`;

const row = (me: Sql) => sql`
  c.id, c.slug, c.name, c.language, c.domain, c.entry, c.rhythm, c."memberCount", c."discussionCount", c."lastActivityAt", c."createdAt", c."archivedAt",
  m.role, EXISTS (SELECT 1 FROM "CommunityInvitation" i WHERE i."communityId" = c.id AND i."userId" = ${me} AND i."answeredAt" IS NULL) invited`;

const filters = ({ q, language, entry, archived }: Partial<ListFilter>) => sql`
  c."archivedAt" IS ${archived ? sql`NOT NULL` : sql`NULL`}
  ${language ? sql`AND c.language = ${language}` : empty} ${entry ? sql`AND c.entry = ${toEntry(entry)}::"Entry"` : empty} ${q ? sql`AND ${matches(q)}` : empty}`;

/** Where someone belongs, and where an invitation waits for them: invitations first, then by latest activity. */
export const listOwnCommunities = read(mine, ({ visible, me }, tx, filter: Partial<ListFilter>) =>
  tx.$queryRaw<CommunityRow[]>`
    SELECT * FROM (
      SELECT ${row(me)} FROM "Community" c LEFT JOIN "Membership" m ON m."communityId" = c.id AND m."userId" = ${me}
      WHERE ${visible} AND ${filters(filter)}) c
    WHERE c.role IS NOT NULL OR c.invited ORDER BY c.invited DESC, c."lastActivityAt" DESC, c.id DESC LIMIT 100`,
);

/** The communities someone sees and does not belong to, latest activity first, in pages by key. */
export const listOtherCommunities = read(mine, async ({ visible, me }, tx, filter: ListFilter) => {
  const from = fromCursor(filter.after);
  const rows = await tx.$queryRaw<CommunityRow[]>`
    SELECT ${row(me)} FROM "Community" c LEFT JOIN "Membership" m ON m."communityId" = c.id AND m."userId" = ${me}
    WHERE ${visible} AND ${filters(filter)} AND m."userId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "CommunityInvitation" i WHERE i."communityId" = c.id AND i."userId" = ${me} AND i."answeredAt" IS NULL)
      ${from ? sql`AND (c."lastActivityAt", c.id) < (${from.at}, ${from.id}::uuid)` : empty}
    ORDER BY c."lastActivityAt" DESC, c.id DESC LIMIT ${filter.limit + 1}`;
  return page(rows, filter.limit, (one) => one.lastActivityAt);
});

export type CharterRow = Omit<CommunityRow, "role" | "invited"> &
  Pick<CommunityView, "inScope" | "outOfScope" | "sampleQuestions" | "intendedMembers" | "norms" | "firstItems" | "version" | "updatedAt" | "membership">;

/** Every community someone sees with its charter, the newest first, in pages that stand still while others are founded: for programs. */
export const listCommunities = read(mine, async ({ visible, me }, tx, filter: ListFilter) => {
  const from = fromCursor(filter.after);
  const rows = await tx.$queryRaw<CharterRow[]>`
    SELECT ${row(me)}, c."inScope", c."outOfScope", c."sampleQuestions", c."intendedMembers", c.norms, c."firstItems", c.version, c."updatedAt",
      CASE WHEN m."userId" IS NULL THEN NULL ELSE json_build_object('role', m.role, 'interest', m.interest, 'joinedAt', m."joinedAt") END membership
    FROM "Community" c LEFT JOIN "Membership" m ON m."communityId" = c.id AND m."userId" = ${me}
    WHERE ${visible} AND ${filters(filter)} ${from ? sql`AND (c."createdAt", c.id) < (${from.at}, ${from.id}::uuid)` : empty}
    ORDER BY c."createdAt" DESC, c.id DESC LIMIT ${filter.limit + 1}`;
  return page(rows, filter.limit, (one) => one.createdAt);
});

export type Someone = { handle: string; name: string | null; unit: string | null };

export type CommunityView = Omit<CommunityRow, "role" | "invited"> & {
  inScope: string;
  outOfScope: string;
  sampleQuestions: string[];
  intendedMembers: string;
  norms: string;
  firstItems: string[];
  version: number;
  updatedAt: Date;
  /** Whether the discussions, members and library inside are open to the reader. */
  mayRead: boolean;
  /** Only for who reads inside: in a community by request the names of its people are its own. */
  leaders: Someone[];
  membership: { role: CommunityRole; interest: Interest; joinedAt: string } | null;
  request: { id: string; message: string; interest: Interest; createdAt: string } | null;
  invitation: { id: string; message: string; by: string | null; createdAt: string } | null;
  /** The reader is asked to look after the community; by nobody when the last leader has gone. */
  offer: { by: string | null; leaving: boolean; createdAt: string } | null;
  /** How much of it the reader said should reach them; null where they said nothing. */
  follow: FollowLevel | null;
  /** Regularity, for who reads inside. */
  beat: Beat | null;
  /** What waits for the leaders' answer; 0 for everyone else. */
  waiting: { requests: number; flags: number; reports: number };
};

/** One community as its charter says it, with where the reader stands in it; null when it is hidden or missing, alike. Asked once a page. */
export const getCommunity = cache(read(mine, async ({ visible, read: inside, me }, tx, slug: string) => {
  const [found] = await tx.$queryRaw<CommunityView[]>`
    SELECT c.id, c.slug, c.name, c.language, c.domain, c."inScope", c."outOfScope", c."sampleQuestions", c."intendedMembers", c.norms, c."firstItems", c.rhythm, c.entry,
      c."memberCount", c."discussionCount", c."lastActivityAt", c."createdAt", c."updatedAt", c."archivedAt", c.version, ${inside} "mayRead",
      CASE WHEN ${inside} THEN coalesce((SELECT json_agg(json_build_object('handle', u.handle, 'name', u.name, 'unit', n.name) ORDER BY l."joinedAt", u.id)
        FROM "Membership" l JOIN "User" u ON u.id = l."userId" LEFT JOIN "Unit" n ON n.id = u."unitId"
        WHERE l."communityId" = c.id AND l.role = 'LEADER'), '[]') ELSE '[]' END leaders,
      (SELECT json_build_object('role', m.role, 'interest', m.interest, 'joinedAt', m."joinedAt") FROM "Membership" m WHERE m."communityId" = c.id AND m."userId" = ${me}) membership,
      (SELECT json_build_object('id', r.id, 'message', r.message, 'interest', r.interest, 'createdAt', r."createdAt")
        FROM "MembershipRequest" r WHERE r."communityId" = c.id AND r."userId" = ${me} AND r."answeredAt" IS NULL ORDER BY r."createdAt" DESC LIMIT 1) request,
      (SELECT json_build_object('id', i.id, 'message', i.message, 'by', b.name, 'createdAt', i."createdAt")
        FROM "CommunityInvitation" i LEFT JOIN "User" b ON b.id = i."invitedById"
        WHERE i."communityId" = c.id AND i."userId" = ${me} AND i."answeredAt" IS NULL ORDER BY i."createdAt" DESC LIMIT 1) invitation,
      (SELECT json_build_object('by', b.name, 'leaving', o.leaving, 'createdAt', o."createdAt") FROM "LeadershipOffer" o LEFT JOIN "User" b ON b.id = o."askedById"
        WHERE o."communityId" = c.id AND o."userId" = ${me} AND o."answeredAt" IS NULL ORDER BY o."createdAt" DESC LIMIT 1) offer,
      (SELECT f.level FROM "Follow" f WHERE f."userId" = ${me} AND f."communityId" = c.id) follow,
      CASE WHEN ${inside} THEN ${beatSql} END beat,
      CASE WHEN EXISTS (SELECT 1 FROM "Membership" m WHERE m."communityId" = c.id AND m."userId" = ${me} AND m.role = 'LEADER')
        THEN json_build_object('requests', (SELECT count(*) FROM "MembershipRequest" r WHERE r."communityId" = c.id AND r."answeredAt" IS NULL),
          'flags', (SELECT count(*) FROM "TopicFlag" f WHERE f."communityId" = c.id AND f."resolvedAt" IS NULL),
          'reports', (SELECT count(*) FROM "Report" p JOIN "Discussion" d ON d.id = p."discussionId" WHERE d."communityId" = c.id AND p."resolvedAt" IS NULL))
        ELSE json_build_object('requests', 0, 'flags', 0, 'reports', 0) END waiting
    FROM "Community" c WHERE c.slug = ${slug} AND ${visible}`;
  return found ?? null;
}));
