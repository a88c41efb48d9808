import "server-only";
import { system } from "@/lib/platform/actors";
import type { Clocks } from "@/lib/platform/jobs";
import { closeQuietTopic } from "./topics/commands";
import { listQuietTopics } from "./topics/queries";

/** Closes each hot topic that is due, in a transaction of its own; one that was answered meanwhile is left alone. */
export const closeQuietTopics = async (now: Date) => {
  for (const id of await listQuietTopics(system, now)) await closeQuietTopic(system, { id, now });
};

export const clocks: Clocks = {
  "quiet-topics": { cron: "*/10 * * * *", run: closeQuietTopics },
};
