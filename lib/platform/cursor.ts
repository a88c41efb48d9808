/** A place in an ordered list: a time and an id, opaque in addresses. Anything that is no cursor of ours starts at the beginning. */
export type Place = { at: Date; id: string };

export const toCursor = ({ at, id }: Place) => Buffer.from(`${at.getTime().toString(36)}.${id}`).toString("base64url");

/** Behind every id of the same time. */
export const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Whether an address could name a record at all; asked before the database is. */
export const isUuid = (said: string) => uuid.test(said);

export const fromCursor = (cursor: string | undefined): Place | null => {
  const [time = "", id = ""] = Buffer.from(cursor ?? "", "base64url").toString("latin1").split(".");
  const at = new Date(Number.parseInt(time, 36));
  return Number.isFinite(at.getTime()) && isUuid(id) ? { at, id } : null;
};

/** Cuts a list that was asked for with one row more than the limit, and says where the next page begins. */
export const page = <Row extends { id: string }>(rows: Row[], limit: number, at: (row: Row) => Date) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? toCursor({ at: at(last), id: last.id }) : null };
};
