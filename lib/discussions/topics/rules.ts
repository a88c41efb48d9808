import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";
import { closesAt, QUIET_DAYS } from "../rules";

type Topic = { kind: DiscussionKind; closedAt: Date | null; lastActivityAt: Date };

/** Topics in which nobody has said anything since are due. */
export const quietSince = (now: Date) => new Date(now.getTime() - QUIET_DAYS * 24 * 3600_000);

/** A hot topic closes itself once it has been quiet for seven days, to the moment. */
export const closeQuiet = (topic: Topic, now: Date) => {
  const due = closesAt(topic);
  if (!due) return refuse("nothing-to-close");
  return due <= now ? ok({ closedAt: now, closedById: null }) : refuse("not-quiet-yet");
};

/** What came of a hot topic is written once it is over. */
export const summarise = (topic: Pick<Topic, "kind" | "closedAt">) => {
  if (topic.kind !== "HOT_TOPIC") return refuse("not-a-hot-topic");
  if (!topic.closedAt) return refuse("still-open");
  return ok({});
};

/** Whether its starter is asked for a summary. */
export const asksForSummary = (topic: Pick<Topic, "kind" | "closedAt"> & { hasSummary: boolean }) => summarise(topic).ok && !topic.hasSummary;
