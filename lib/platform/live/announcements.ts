import "server-only";
import { db } from "../db";
import { empty, sql } from "../sql";
import type { Position } from "./position";

/** Seconds for which a browser may have been away and still miss nothing; the rows are kept a little longer than that. */
export const KEPT = 3600;
const GRACE = 600;

export type Announced = Pick<Position, "xid" | "id"> & { kind: string; subjectId: string; communityId: string | null; userId: string | null };
type Row = { [Name in keyof Announced]: Announced[Name] extends bigint ? string : Announced[Name] };
type Read = { horizon: string; next: string; held: boolean; rows: Row[] };

const seconds = () => Math.floor(Date.now() / 1000);
const unpack = ({ xid, id, ...row }: Row): Announced => ({ ...row, xid: BigInt(xid), id: BigInt(id) });

/**
 * What has been committed after `from` (up to `to`), in order: the first `limit`, or the `newest`. Only transactions below the oldest
 * that is still running are read: none of those can add a row any more, so that nothing is passed over.
 * `until`: how far that reaches. `held`: something is committed already, but has to wait for an older transaction. `full`: there may
 * be more. `next`: no transaction has that number yet, so that a position beyond it is none of this database, as it stands now.
 */
export const readAnnouncements = async (from: Position | null, { to, limit = 1000, newest = false }: { to?: Position; limit?: number; newest?: boolean } = {}) => {
  const after = from ? sql`(a.xid, a.id) > (${String(from.xid)}::text::xid8, ${String(from.id)}::text::bigint)` : sql`false`;
  const before = to ? sql`AND (a.xid, a.id) <= (${String(to.xid)}::text::xid8, ${String(to.id)}::text::bigint)` : empty;
  const order = newest ? sql`a.xid DESC, a.id DESC` : sql`a.xid, a.id`;
  const [read] = await db.$queryRaw<Read[]>`
    SELECT s.xmin::text horizon, s.xmax::text next, EXISTS (SELECT 1 FROM "Announcement" a WHERE a.xid >= s.xmin AND a.xid < s.xmax) held,
      coalesce((SELECT json_agg(json_build_object('xid', n.xid::text, 'id', n.id::text, 'kind', n.kind, 'subjectId', n."subjectId", 'communityId', n."communityId", 'userId', n."userId") ORDER BY n.xid, n.id)
        FROM (SELECT a.* FROM "Announcement" a WHERE ${after} ${before} AND a.xid < s.xmin ORDER BY ${order} LIMIT ${limit}) n), '[]') rows
    FROM (SELECT pg_snapshot_xmin(now.snapshot) xmin, pg_snapshot_xmax(now.snapshot) xmax FROM (SELECT pg_current_snapshot() snapshot) now) s`;
  if (!read) throw new Error("a statement without FROM gave no row");
  const rows = read.rows.map(unpack);
  const [last, full] = [rows.at(-1), rows.length === limit];
  const until: Position = full && last && !newest ? { xid: last.xid, id: last.id, at: seconds() } : { xid: BigInt(read.horizon), id: 0n, at: seconds() };
  return { rows, until, held: read.held, full, next: BigInt(read.next) };
};

/** Whether what came after this position is still there. */
export const isKept = ({ at }: Position, now = seconds()) => at > now - KEPT && at <= now + GRACE;

/** Takes away what nobody can ask for any more, and what came with a copy of another database. For a clock. */
export const sweepAnnouncements = (now: Date) => db.$executeRaw`
  DELETE FROM "Announcement" WHERE at < ${new Date(now.getTime() - (KEPT + GRACE) * 1000)} OR xid > pg_snapshot_xmax(pg_current_snapshot())`;
