/** PostgreSQL's classes and codes for "not now": connection, resources, shutdown, time limits, deadlock, serialisation. */
const postgres = /^(08...|53...|57014|57P0[1-5]|55P03|40P01|40001)$/;
/** Prisma's codes, the system's, and the adapter's kinds for a database that did not answer in time. */
const others = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
const kinds = new Set(["DatabaseNotReachable", "TooManyConnections", "ConnectionClosed", "SocketTimeout"]);
/** What the pool says without a code. */
const messages = /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

type Cause = { kind?: string; originalCode?: string };

/** Whether the database could not be asked, or not in time: the same request may well succeed in a moment. Anything else is a bug. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: Cause } } };
  const { kind = "", originalCode = "" } = meta?.driverAdapterError?.cause ?? {};
  return [String(code), originalCode].some((one) => postgres.test(one) || others.has(one)) || kinds.has(kind) || messages.test(error.message);
};
