import "server-only";
import type { Dated } from "@/lib/calendars/rules";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";
import { discussionsSeenBySql } from "../policy";
import { postHref, QUIET_DAYS } from "../rules";

type Row = { occasion: "needed-by" | "closing"; id: string; slug: string; title: string; on: Date; changedAt: Date };
const MOST = 200;

/** Days in the discussions of these communities: until when help is needed, and when a hot topic closes if nothing more is said (in the organisation's time zone). */
export const listDiscussionDates = read(
  (actor: Actor) => discussionsSeenBySql(actor),
  async (visible, tx, communities: readonly string[], from: Date): Promise<Dated[]> => {
    const inside = sql`d."communityId" = ANY(${[...communities]}::uuid[]) AND ${visible} AND d."hiddenAt" IS NULL AND d."mergedIntoId" IS NULL AND d."closedAt" IS NULL AND c."archivedAt" IS NULL`;
    const rows = await tx.$queryRaw<Row[]>`
      (SELECT 'needed-by' occasion, d.id, c.slug, d.title, d."neededBy" "on", coalesce(d."editedAt", d."createdAt") "changedAt"
        FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE ${inside} AND d.kind = 'HELP_REQUEST' AND d."neededBy" >= ${from}::date ORDER BY d."neededBy", d.id LIMIT ${MOST})
      UNION ALL
      (SELECT 'closing', d.id, c.slug, d.title,
          ((d."lastActivityAt" + make_interval(days => ${QUIET_DAYS}::int)) AT TIME ZONE coalesce((SELECT o."timeZone" FROM "Organisation" o WHERE o.id = 1), 'UTC'))::date, d."lastActivityAt"
        FROM "Discussion" d JOIN "Community" c ON c.id = d."communityId" WHERE ${inside} AND d.kind = 'HOT_TOPIC' ORDER BY d."lastActivityAt" DESC, d.id LIMIT ${MOST})`;
    return rows.map(({ slug, ...row }) => ({ ...row, until: row.on, path: postHref(slug, row.id).replace(/#.*/, "") }));
  },
);
