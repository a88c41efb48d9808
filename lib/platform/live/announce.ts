import "server-only";
import type { Tx } from "../db";

/** What a notification wakes, and nothing more: what has happened is read from the table. */
export const CHANNEL = "stepwell_live";

/** To one person alone, on every page they have open: ids only, since what is said is read where it is shown. */
type Personal = { kind: string; userId: string; subjectId: string };

/**
 * Announces something to one person in the transaction of the change: there with it, or not at all. Whoever listens is
 * woken when it commits. What a command's event says of a community is announced by `record`.
 */
export const announce = async (tx: Tx, { kind, userId, subjectId }: Personal) => {
  await tx.$executeRaw`
    WITH told AS (INSERT INTO "Announcement" (kind, "userId", "subjectId") VALUES (${kind}, ${userId}::uuid, ${subjectId}::uuid))
    SELECT pg_notify(${CHANNEL}, '')`;
};
