import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { holdCommunity } from "../commands";
import { flagsSeenBy, mayAnswerFlag, mayFlag } from "./policy";
import { AnswerFlag, FlagTopic } from "./schema";

/** "This topic is too general." One open remark a person. */
export const flagTopic = command({
  event: "community.topic-flagged",
  input: FlagTopic,
  find: (tx, { slug }, actor) => holdCommunity(tx, slug, actor),
  allow: mayFlag,
  run: async (tx, place, { reason }, actor) => {
    if (place.archivedAt) return refuse("archived");
    const open = await tx.topicFlag.count({ where: { communityId: place.id, userId: actor.id, resolvedAt: null } });
    if (open > 0) return refuse("already-flagged");
    return ok(await tx.topicFlag.create({ data: { communityId: place.id, userId: actor.id, reason }, select: { id: true } }));
  },
  tells: (_out, { id }) => ({ communityId: id }),
});

/** The leaders say why the topic is as wide as it is. Narrowing the charter is the other answer. */
export const answerFlag = command({
  event: "community.topic-explained",
  input: AnswerFlag,
  find: (tx, { id }, actor) => tx.topicFlag.findFirst({ where: { AND: [{ id }, flagsSeenBy(actor)] }, select: { id: true, communityId: true, userId: true } }),
  allow: mayAnswerFlag,
  run: async (tx, { id }, { answer }) => {
    const { count } = await tx.topicFlag.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: new Date(), answer } });
    return count > 0 ? ok({ id }) : refuse("already-answered");
  },
  tells: (_out, { communityId, userId }) => ({ communityId, payload: { userId } }),
});
