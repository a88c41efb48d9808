import "server-only";
import { communitiesReadBy } from "@/lib/communities/policy";
import { discussionsSeenBy } from "@/lib/discussions/policy";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { ok } from "@/lib/platform/result";
import { mayFollow } from "./policy";
import { toStored } from "./rules";
import { FollowCommunity, FollowDiscussion, FollowTag, type SaidLevel } from "./schema";

type Place = { communityId: string } | { discussionId: string } | { tagId: string };
type Said = (typeof SaidLevel)["options"][number];

/** One word for one place: a new one takes the place of the old one, whichever of two devices speaks last. */
const say = async (tx: Tx, userId: string, place: Place, level: Said) => {
  const { communityId = null, discussionId = null, tagId = null } = place as Partial<Record<"communityId" | "discussionId" | "tagId", string>>;
  if (level === "default") await tx.follow.deleteMany({ where: { userId, ...place } });
  else
    await tx.$executeRaw`
      INSERT INTO "Follow" (id, "userId", "communityId", "discussionId", "tagId", level) VALUES (${newId()}::uuid, ${userId}::uuid, ${communityId}::uuid, ${discussionId}::uuid, ${tagId}::uuid, ${toStored(level)}::"FollowLevel")
      ON CONFLICT ("userId", "communityId", "discussionId", "tagId") DO UPDATE SET level = excluded.level, at = now()`;
};

export const followCommunity = command({
  event: null,
  input: FollowCommunity,
  find: (tx, { slug }, actor) => tx.community.findFirst({ where: { AND: [{ slug }, communitiesReadBy(actor)] }, select: { id: true } }),
  allow: mayFollow,
  run: async (tx, { id }, { level }, actor) => {
    await say(tx, actor.id, { communityId: id }, level);
    return ok({ id, level });
  },
});

export const followDiscussion = command({
  event: null,
  input: FollowDiscussion,
  find: (tx, { id }, actor) => tx.discussion.findFirst({ where: { AND: [{ id }, discussionsSeenBy(actor)] }, select: { id: true } }),
  allow: mayFollow,
  run: async (tx, { id }, { level }, actor) => {
    await say(tx, actor.id, { discussionId: id }, level);
    return ok({ id, level });
  },
});

/** A synonym is followed as the word it stands for. */
export const followTag = command({
  event: null,
  input: FollowTag,
  find: (tx, { slug, tag: name }, actor) => tx.tag.findFirst({ where: { name, community: { AND: [{ slug }, communitiesReadBy(actor)] } }, select: { id: true, mergedIntoId: true } }),
  allow: mayFollow,
  run: async (tx, { id, mergedIntoId }, { level }, actor) => {
    await say(tx, actor.id, { tagId: mergedIntoId ?? id }, level);
    return ok({ id: mergedIntoId ?? id, level });
  },
});
