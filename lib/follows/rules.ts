import type { FollowLevel } from "@/lib/generated/prisma/enums";

/** Names as the API says them, the closest first. */
export const levels = ["everything", "replies", "nothing"] as const;
export type Level = (typeof levels)[number];

export const toStored = (level: Level) => level.toUpperCase() as FollowLevel;
export const toSaid = (level: FollowLevel) => level.toLowerCase() as Level;

/** Where someone stands to a discussion. A null level: nothing was said of it. Of several tags the loudest counts. */
export type Standing = {
  discussion: FollowLevel | null;
  started: boolean;
  wrote: boolean;
  tag: { level: FollowLevel; name: string } | null;
  community: FollowLevel | null;
};

/** What decided the level. */
export type By = "discussion" | "started" | "wrote" | "tag" | "community" | "default";

/**
 * How much of a discussion reaches someone: the nearer word wins. First what they said of the discussion; else that they started it
 * or wrote in it, which follows it; then its tags, then its community; and where nothing was said, replies to them and mentions.
 */
export const levelOf = ({ discussion, started, wrote, tag, community }: Standing): { level: FollowLevel; by: By } => {
  if (discussion) return { level: discussion, by: "discussion" };
  if (started) return { level: "EVERYTHING", by: "started" };
  if (wrote) return { level: "EVERYTHING", by: "wrote" };
  if (tag) return { level: tag.level, by: "tag" };
  if (community) return { level: community, by: "community" };
  return { level: "REPLIES", by: "default" };
};
