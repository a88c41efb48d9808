import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { standing } from "../commands";
import { discussionsSeenBy, mayAccept } from "../policy";
import { accept } from "../rules";
import { AcceptAnswer, WithdrawAcceptance } from "./schema";

const question = (tx: Tx, { discussionId }: { discussionId: string }, actor: Actor) =>
  tx.discussion.findFirst({
    where: { AND: [{ id: discussionId }, discussionsSeenBy(actor)] },
    select: { ...standing, id: true, kind: true, acceptedReplyId: true },
  });

/** One answer of a question is the accepted one; accepting another takes its place. */
export const acceptAnswer = command({
  event: "answer.accepted",
  input: AcceptAnswer,
  find: question,
  allow: mayAccept,
  run: async (tx, target, { replyId }, actor) => {
    const reply = await tx.reply.findFirst({
      where: { id: replyId, discussionId: target.id },
      select: { id: true, discussionId: true, parentId: true, deletedAt: true, hiddenAt: true },
    });
    const change = accept(target, reply);
    if (!change.ok) return change;
    const { count } = await tx.discussion.updateMany({
      where: { id: target.id, acceptedReplyId: target.acceptedReplyId, deletedAt: null },
      data: { ...change.value, acceptedById: actor.id, acceptedAt: new Date() },
    });
    return count === 1 ? ok({ id: target.id, replyId }) : refuse("answered-meanwhile");
  },
  tells: ({ replyId }, { communityId }) => ({ communityId, payload: { replyId } }),
});

export const withdrawAcceptance = command({
  event: "answer.unaccepted",
  input: WithdrawAcceptance,
  find: question,
  allow: mayAccept,
  run: async (tx, { id, acceptedReplyId }) => {
    if (!acceptedReplyId) return refuse("not-accepted");
    await tx.discussion.updateMany({ where: { id, acceptedReplyId }, data: { acceptedReplyId: null, acceptedById: null, acceptedAt: null } });
    return ok({ id });
  },
  tells: (_out, { communityId }) => ({ communityId }),
});
