import "server-only";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { Letter, Letters } from "@/lib/platform/letters";
import { authorsOf } from "../moves/queries";
import { asksForSummary } from "../topics/rules";

const placed = { id: true, title: true, kind: true, closedAt: true, summary: true, authorId: true, communityId: true, community: { select: { name: true, slug: true } } } as const;
const find = async (tx: ReadTx, id: string) => tx.discussion.findFirst({ where: { id, deletedAt: null }, select: placed });
const reported = async (tx: ReadTx, id: string) => {
  const report = await tx.report.findFirst({ where: { id, resolvedAt: null }, select: { discussionId: true } });
  return report && find(tx, report.discussionId);
};

/** Those of these people who still belong to the community: nobody else is told what is said there. */
const belonging = async (tx: ReadTx, communityId: string, of: { userId: { in: string[] } } | { role: "LEADER" }) => {
  const members = await tx.membership.findMany({ where: { communityId, ...of }, take: 50, select: { userId: true } });
  return members.map(({ userId }) => userId);
};

/** It says where to look, not what was said. */
const write =
  (what: "summary" | "consent" | "report" | "help", about: (tx: ReadTx, id: string) => ReturnType<typeof find>, page: (id: string) => string): Letter["write"] =>
  async (tx, { subjectId }, { name, locale }, address) => {
    const discussion = await about(tx, subjectId);
    if (!discussion) return null;
    const t = await translatorFor(locale, "moderation");
    const { id, title, community } = discussion;
    const text = [t("mail.hello", { name }), t(`mail.${what}.text`, { title, community: community.name }), address(`/communities/${community.slug}/${page(id)}`)];
    return { subject: t(`mail.${what}.subject`, { title, community: community.name }), text };
  };

/** A hot topic that closed itself asks its starter what came of it. */
const starter = async (tx: ReadTx, event: Happened) => {
  const topic = event.payload.quiet === true ? await find(tx, event.subjectId) : null;
  return topic?.authorId && asksForSummary({ ...topic, hasSummary: topic.summary !== "" }) ? belonging(tx, topic.communityId, { userId: { in: [topic.authorId] } }) : [];
};

/** Every author who has not answered yet whether the discussion may leave. */
const undecided = async (tx: ReadTx, event: Happened) => {
  const move = typeof event.payload.moveId === "string" ? await tx.discussionMove.findFirst({ where: { id: event.payload.moveId, doneAt: null }, select: { consents: { select: { userId: true } } } }) : null;
  const discussion = move && (await find(tx, event.subjectId));
  if (!discussion) return [];
  const agreed = new Set(move.consents.map(({ userId }) => userId));
  const authors = await authorsOf(tx, discussion.id, discussion.communityId, event.at);
  return belonging(tx, discussion.communityId, { userId: { in: authors.flatMap(({ id }) => (id && !agreed.has(id) ? id : [])) } });
};

/** The leaders hear that a report waits. */
const leaders = async (tx: ReadTx, event: Happened) => {
  const discussion = await reported(tx, event.subjectId);
  return discussion ? belonging(tx, discussion.communityId, { role: "LEADER" }) : [];
};

/** Who asked for help hears that its day has passed, as long as it is open. */
const helped = async (tx: ReadTx, event: Happened) => {
  const discussion = await find(tx, event.subjectId);
  return discussion?.authorId && !discussion.closedAt ? belonging(tx, discussion.communityId, { userId: { in: [discussion.authorId] } }) : [];
};

export const letters: Letters = {
  "discussion.help-overdue": { asks: true, to: helped, write: write("help", find, (id) => `discussions/${id}`) },
  "discussion.closed": { asks: true, to: starter, write: write("summary", find, (id) => `discussions/${id}/summary`) },
  "move.proposed": { asks: true, to: undecided, write: write("consent", find, (id) => `discussions/${id}/move`) },
  "post.reported": { asks: true, to: leaders, write: write("report", reported, () => "reports") },
};
