import "server-only";
import type { Tx } from "../db";

/** What a notification wakes, and nothing more: what has happened is read from the table. */
export const CHANNEL = "stepwell_live";

/** To one person alone, on every page they have open: ids only, since what is said is read where it is shown. */
type Personal = { userId: string; subjectId: string };

/**
 * Announces something to each of these people in the transaction of the change: there with it, or not at all. Whoever listens is
 * woken when it commits. What a command's event says of a community is announced by `record`.
 */
export const announceAll = async (tx: Tx, kind: string, told: readonly Personal[]) => {
  if (told.length === 0) return;
  await tx.$executeRaw`
    WITH told AS (INSERT INTO "Announcement" (kind, "userId", "subjectId")
      SELECT ${kind}, * FROM unnest(${told.map(({ userId }) => userId)}::uuid[], ${told.map(({ subjectId }) => subjectId)}::uuid[]))
    SELECT pg_notify(${CHANNEL}, '')`;
};

export const announce = (tx: Tx, { kind, ...told }: Personal & { kind: string }) => announceAll(tx, kind, [told]);
