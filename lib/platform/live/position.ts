import { sql } from "../sql";

/**
 * How far announcements have been read: every one of a transaction before `xid`, and of `xid` itself up to `id`. Sequences
 * are not in the order of commits, so that an id alone would pass over what commits late. `at`: when that was, in seconds.
 */
export type Position = { xid: bigint; id: bigint; at: number };

/** As the id of a sent event, which a browser sends back: `Last-Event-ID`. */
export const toSaid = ({ xid, id, at }: Position) => `${xid}-${id}-${at}`;

/** What a browser said, or null when that is no position of ours. */
export const fromSaid = (said: string | null | undefined): Position | null => {
  const [, xid, id, at] = /^(\d{1,19})-(\d{1,18})-(\d{1,12})$/.exec(said ?? "") ?? [];
  return xid && id && at ? { xid: BigInt(xid), id: BigInt(id), at: Number(at) } : null;
};

export const isBefore = (a: Pick<Position, "xid" | "id">, b: Pick<Position, "xid" | "id">) => a.xid < b.xid || (a.xid === b.xid && a.id < b.id);

/** The position of whatever is read from now on, as it is said: nothing that a running transaction may still add lies before it. */
export const hereSql = sql`(pg_snapshot_xmin(pg_current_snapshot()) || '-0-' || extract(epoch FROM now())::bigint)`;
