import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { standing } from "../commands";
import { slugOf } from "../moderation/queries";
import { discussionsSeenBy } from "../policy";
import { hangOn } from "../texts/commands";
import { prepareText } from "../texts/queries";
import { mayCloseQuiet, maySummarise } from "./policy";
import { closeQuiet, summarise } from "./rules";
import { CloseQuietTopic, SummariseTopic } from "./schema";

const topic = { ...standing, id: true, kind: true, lastActivityAt: true } as const;

/** The clock closes one topic. A reply that comes in the same moment wins: the topic is no longer quiet then. */
export const closeQuietTopic = command({
  event: "discussion.closed",
  input: CloseQuietTopic,
  find: (tx, { id }, actor) => tx.discussion.findFirst({ where: { AND: [{ id }, discussionsSeenBy(actor)] }, select: topic }),
  allow: mayCloseQuiet,
  run: async (tx, { id, ...found }, { now }) => {
    const change = closeQuiet(found, now);
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({ where: { id, closedAt: null, deletedAt: null, lastActivityAt: found.lastActivityAt }, data: change.value });
    return count === 1 ? ok({ id }) : refuse("not-quiet-yet");
  },
  tells: (_out, { communityId }) => ({ communityId, payload: { quiet: true } }),
});

/** What came of it, at the top of the discussion. Who saw another summary than the one that stands gets that one back, to merge. */
export const summariseTopic = command({
  event: "discussion.summarised",
  input: SummariseTopic,
  find: (tx, { id }, actor) =>
    tx.discussion.findFirst({ where: { AND: [{ id }, discussionsSeenBy(actor)] }, select: { ...topic, summary: true, language: true } }),
  allow: maySummarise,
  run: async (tx, { id, communityId, language, ...found }, { summary, before }, actor) => {
    const change = summarise(found);
    if (!change.ok) return change;
    if (found.summary !== lines(before)) return refuse("stale", undefined, { summary: found.summary });
    const text = await prepareText(tx, actor, { body: lines(summary), fallback: language, communityId });
    const { count } = await tx.discussion.updateMany({
      where: { id, summary: found.summary, deletedAt: null, closedAt: { not: null } },
      data: { summary: text.body, summaryHtml: text.html },
    });
    if (count === 0) return refuse("stale", undefined, await tx.discussion.findUnique({ where: { id }, select: { summary: true } }));
    await hangOn(tx, text, actor.id, { discussionId: id });
    await tx.draft.deleteMany({ where: { userId: actor.id, place: `summary:${id}` } });
    return ok({ id, slug: await slugOf(tx, communityId) });
  },
  tells: (_out, { communityId }) => ({ communityId }),
});

/** A form sends line ends of its own. */
const lines = (text: string) => text.replace(/\r\n?/g, "\n");
