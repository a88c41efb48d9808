import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import { authorsOf } from "../moves/queries";
import { asksForSummary } from "../topics/rules";

const placed = { id: true, title: true, kind: true, closedAt: true, summary: true, authorId: true, acceptedReplyId: true, communityId: true, community: { select: { name: true, slug: true } } } as const;

/** A discussion that stands, for whoever tells of it. */
export const placeOf = async (tx: ReadTx, id: string) => tx.discussion.findFirst({ where: { id, deletedAt: null }, select: placed });

/** Where a post stands that was reported, as long as the report waits. */
export const reportedPlace = async (tx: ReadTx, id: string) => {
  const report = await tx.report.findFirst({ where: { id, resolvedAt: null }, select: { discussionId: true } });
  return report && placeOf(tx, report.discussionId);
};

/** Those of these people who still belong to the community: nobody else is told what is said there. */
const belonging = async (tx: ReadTx, communityId: string, of: { userId: { in: string[] } } | { role: "LEADER" }) => {
  const members = await tx.membership.findMany({ where: { communityId, ...of }, take: 50, select: { userId: true } });
  return members.map(({ userId }) => userId);
};

/** A hot topic that closed itself asks its starter what came of it. */
export const whoSumsUp = async (tx: ReadTx, event: Happened) => {
  const topic = event.payload.quiet === true ? await placeOf(tx, event.subjectId) : null;
  return topic?.authorId && asksForSummary({ ...topic, hasSummary: topic.summary !== "" }) ? belonging(tx, topic.communityId, { userId: { in: [topic.authorId] } }) : [];
};

/** Every author who has not answered yet whether the discussion may leave. */
export const whoConsents = async (tx: ReadTx, event: Happened) => {
  const move = typeof event.payload.moveId === "string" ? await tx.discussionMove.findFirst({ where: { id: event.payload.moveId, doneAt: null }, select: { consents: { select: { userId: true } } } }) : null;
  const discussion = move && (await placeOf(tx, event.subjectId));
  if (!discussion) return [];
  const agreed = new Set(move.consents.map(({ userId }) => userId));
  const authors = await authorsOf(tx, discussion.id, discussion.communityId, event.at);
  return belonging(tx, discussion.communityId, { userId: { in: authors.flatMap(({ id }) => (id && !agreed.has(id) ? id : [])) } });
};

/** The leaders hear that a report waits. */
export const whoSettles = async (tx: ReadTx, event: Happened) => {
  const discussion = await reportedPlace(tx, event.subjectId);
  return discussion ? belonging(tx, discussion.communityId, { role: "LEADER" }) : [];
};

/** Who asked for help hears that its day has passed, as long as it is open. */
export const whoWaitsForHelp = async (tx: ReadTx, event: Happened) => {
  const discussion = await placeOf(tx, event.subjectId);
  return discussion?.authorId && !discussion.closedAt ? belonging(tx, discussion.communityId, { userId: { in: [discussion.authorId] } }) : [];
};
