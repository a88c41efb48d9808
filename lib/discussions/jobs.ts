import "server-only";
import { system } from "@/lib/platform/actors";
import type { ClockKinds } from "@/lib/platform/clocks";
import type { Clocks } from "@/lib/platform/jobs";
import { HELP_CLOCK } from "./rules";
import { closeQuietTopic } from "./topics/commands";
import { listQuietTopics } from "./topics/queries";

/** Closes each hot topic that is due, in a transaction of its own; one that was answered meanwhile is left alone. */
export const closeQuietTopics = async (now: Date) => {
  for (const id of await listQuietTopics(system, now)) await closeQuietTopic(system, { id, now });
};

export const clocks: Clocks = {
  "quiet-topics": { cron: "*/10 * * * *", run: closeQuietTopics },
};

/** The working day after help was needed, its asker is asked what came of it: while it is open, and asks for help still. */
export const clockKinds: ClockKinds = {
  [HELP_CLOCK]: {
    waits: async (tx, id) => {
      const asked = await tx.discussion.findFirst({ where: { id, kind: "HELP_REQUEST", deletedAt: null, closedAt: null, authorId: { not: null } }, select: { authorId: true, communityId: true } });
      return asked?.authorId ? { for: [asked.authorId], communityId: asked.communityId } : null;
    },
    events: { reminder: "discussion.help-overdue" },
  },
};
