import "server-only";
import type { Tx } from "@/lib/platform/db";

/** What the source says of a question: the id of the answer its asker accepted, or none. */
export type Acceptance = { discussionId: string; acceptedId: string | null };

/**
 * Accepts the answers of these ids that are in the portal, where their question asked for it; returns how many.
 * The time is the answer's own: a dump does not say when it was accepted.
 */
const accept = (tx: Tx, source: string, answerIds: string[]) =>
  tx.$executeRaw`
    UPDATE "Discussion" d SET "acceptedReplyId" = r.id, "acceptedById" = d."authorId", "acceptedAt" = r."createdAt"
    FROM "ImportedRecord" a JOIN "ImportedRecord" i ON i.source = a.source AND i.kind = 'answer' AND i."sourceId" = a."sourceId" JOIN "Reply" r ON r.id = i."recordId"
    WHERE a.source = ${source} AND a.kind = 'accepted' AND a."sourceId" = ANY(${answerIds}) AND d.id = a."recordId" AND d.kind = 'QUESTION'
      AND r."discussionId" = d.id AND r."parentId" IS NULL AND r."deletedAt" IS NULL AND d."acceptedReplyId" IS DISTINCT FROM r.id`;

/** The source has taken an acceptance back: so do we, unless somebody here has accepted another answer since. */
const takeBack = (tx: Tx, source: string, answerIds: string[]) =>
  tx.$executeRaw`
    WITH gone AS (DELETE FROM "ImportedRecord" a WHERE a.source = ${source} AND a.kind = 'accepted' AND a."sourceId" = ANY(${answerIds}) RETURNING a."recordId", a."sourceId")
    UPDATE "Discussion" d SET "acceptedReplyId" = NULL, "acceptedById" = NULL, "acceptedAt" = NULL
    FROM gone g JOIN "ImportedRecord" i ON i.source = ${source} AND i.kind = 'answer' AND i."sourceId" = g."sourceId" WHERE d.id = g."recordId" AND d."acceptedReplyId" = i."recordId"`;

/**
 * Brings acceptances over. An accepted answer comes later in a dump than its question, so that the wish is kept as a record
 * until the answer is there. What people accept in the portal stays, as long as the source does not change its mind.
 */
export const settleAcceptances = async (tx: Tx, source: string, { asked, answered }: { asked: Acceptance[]; answered: string[] }) => {
  const ids = asked.map(({ discussionId }) => discussionId);
  const before = ids.length ? await tx.importedRecord.findMany({ where: { source, kind: "accepted", recordId: { in: ids } } }) : [];
  const said = new Map(before.map(({ recordId, sourceId }) => [recordId, sourceId]));
  const changed = asked.filter(({ discussionId, acceptedId }) => (said.get(discussionId) ?? null) !== acceptedId);
  const old = changed.flatMap(({ discussionId }) => said.get(discussionId) ?? []);
  if (old.length > 0) await takeBack(tx, source, old);
  const wished = changed.flatMap(({ discussionId, acceptedId }) => (acceptedId ? [{ source, kind: "accepted", sourceId: acceptedId, recordId: discussionId }] : []));
  if (wished.length > 0) await tx.importedRecord.createMany({ data: wished, skipDuplicates: true });
  const answers = [...wished.map(({ sourceId }) => sourceId), ...answered];
  return answers.length > 0 ? accept(tx, source, answers) : 0;
};
