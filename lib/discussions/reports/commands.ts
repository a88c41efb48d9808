import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { mayReport } from "../policy";
import { findPost } from "../reactions/queries";
import { mayResolve, reportsSeenBy } from "./policy";
import { report } from "./rules";
import { ReportPost, ResolveReport } from "./schema";

/** Whoever reads a post may ask the leaders to look at it. */
export const reportPost = command({
  event: "post.reported",
  input: ReportPost,
  find: findPost,
  allow: mayReport,
  run: async (tx, { discussionId, replyId }, { reason }, actor) => {
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`; // one report of a person after the other, or the limit is none
    const post = replyId
      ? await tx.reply.findUniqueOrThrow({ where: { id: replyId }, select: { hiddenAt: true } })
      : await tx.discussion.findUniqueOrThrow({ where: { id: discussionId }, select: { hiddenAt: true } });
    const open = await tx.report.findMany({ where: { reporterId: actor.id, resolvedAt: null }, select: { discussionId: true, replyId: true } });
    const here = open.some((one) => one.discussionId === discussionId && one.replyId === replyId);
    const change = report(post, { open: open.length, here });
    if (!change.ok) return change;
    const { id } = await tx.report.create({ data: { discussionId, replyId, reporterId: actor.id, reason }, select: { id: true } });
    return ok({ id, discussionId });
  },
  tells: (_out, { communityId, discussionId, replyId }) => ({ communityId, payload: { discussionId, replyId } }),
});

/** A leader has looked: what was done, in a word. */
export const resolveReport = command({
  event: "report.resolved",
  input: ResolveReport,
  find: (tx, { id }, actor) =>
    tx.report.findFirst({ where: { AND: [{ id }, reportsSeenBy(actor)] }, select: { id: true, discussionId: true, discussion: { select: { communityId: true } } } }),
  allow: mayResolve,
  run: async (tx, { id }, { resolution }, actor) => {
    const { count } = await tx.report.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: new Date(), resolvedById: actor.id, resolution } });
    return count === 1 ? ok({ id }) : refuse("already-resolved");
  },
  tells: (_out, { discussionId, discussion }) => ({ communityId: discussion.communityId, payload: { discussionId } }),
});
