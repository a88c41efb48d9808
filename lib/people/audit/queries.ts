import "server-only";
import { communitiesReadBySql } from "@/lib/communities/policy";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { fromCursor, page } from "@/lib/platform/cursor";
import { empty, sql } from "@/lib/platform/sql";
import { mayAdminister } from "../policy";
import { audited, auditedInside } from "./rules";
import type { AuditFilter } from "./schema";

export type AuditRow = {
  id: string;
  name: string;
  at: Date;
  actor: { handle: string; name: string | null } | null;
  subject: { kind: "person" | "unit" | "community" | "discussion"; name: string | null; address: string | null } | null;
  role: string | null;
};

/** Only administrators; and of what happened in a community only where this administrator reads it like anybody else. */
const eventsSeenBySql = (actor: Actor) =>
  mayAdminister(actor)
    ? sql`((e."communityId" IS NULL AND e.name = ANY(${[...audited]}))
        OR (e.name = ANY(${[...auditedInside]}) AND EXISTS (SELECT 1 FROM "Community" c WHERE c.id = e."communityId" AND ${communitiesReadBySql(actor)})))`
    : sql`false`;

/** What was administered, when and by whom, the latest first, in pages by key. Who has left is named as everywhere: not at all. */
export const listAudit = read(
  (actor: Actor) => ({ visible: eventsSeenBySql(actor), inside: communitiesReadBySql(actor) }),
  async ({ visible, inside }, tx, { about, after, limit }: AuditFilter) => {
    const from = fromCursor(after);
    const rows = await tx.$queryRaw<AuditRow[]>`
      SELECT e.id, e.name, e.at, e.payload->>'role' role,
        CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('handle', a.handle, 'name', a.name) END actor,
        CASE WHEN u.id IS NOT NULL THEN json_build_object('kind', 'person', 'name', u.name, 'address', '/admin/people/' || u.id)
          WHEN p.id IS NOT NULL THEN json_build_object('kind', 'unit', 'name', p.name, 'address', '/admin/units/' || p.id)
          WHEN c.id IS NOT NULL THEN json_build_object('kind', 'community', 'name', c.name, 'address', '/communities/' || c.slug)
          WHEN d.id IS NOT NULL THEN json_build_object('kind', 'discussion', 'name', d.title, 'address', '/communities/' || d.slug || '/discussions/' || d.id) END subject
      FROM "Event" e LEFT JOIN "User" a ON a.id = e."actorId" LEFT JOIN "User" u ON u.id = e."subjectId" LEFT JOIN "Unit" p ON p.id = e."subjectId"
        LEFT JOIN (SELECT c.* FROM "Community" c WHERE ${inside}) c ON c.id = e."subjectId"
        LEFT JOIN (SELECT d.id, d.title, c.slug FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE ${inside}
          UNION ALL SELECT r.id, d.title, c.slug FROM "Reply" r JOIN "Discussion" d ON d.id = r."discussionId" JOIN "Community" c ON c.id = d."communityId" WHERE ${inside}) d ON d.id = e."subjectId"
      WHERE ${visible} ${about ? sql`AND e.name LIKE ${`${about}.%`}` : empty} ${from ? sql`AND (e.at, e.id) < (${from.at}, ${from.id}::uuid)` : empty}
      ORDER BY e.at DESC, e.id DESC LIMIT ${limit + 1}`;
    return page(rows, limit, ({ at }) => at);
  },
);
