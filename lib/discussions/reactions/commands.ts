import "server-only";
import type { ReactionName } from "@/lib/generated/prisma/enums";
import { command } from "@/lib/platform/access";
import { ok } from "@/lib/platform/result";
import { mayBookmark, mayReact } from "../policy";
import { findPost } from "./queries";
import { KeepBookmark, React, type ReactionSaid } from "./schema";

const stored = (name: ReactionSaid) => name.toUpperCase().replace("-", "_") as ReactionName;
const counters = { thanks: "thanks", inspired: "inspired", "same-here": "sameHere" } as const;

/** Sets or takes back one reaction; the counter moves only when a row came or went. */
export const react = command({
  event: "post.reacted",
  input: React,
  find: findPost,
  allow: mayReact,
  run: async (tx, { discussionId, replyId }, { name, on }, actor) => {
    const row = { userId: actor.id, discussionId, replyId, name: stored(name) };
    const { count } = on ? await tx.reaction.createMany({ data: [row], skipDuplicates: true }) : await tx.reaction.deleteMany({ where: row });
    if (count > 0) {
      const data = { [counters[name]]: { increment: on ? 1 : -1 } };
      if (replyId) await tx.reply.update({ where: { id: replyId }, data });
      else await tx.discussion.update({ where: { id: discussionId }, data });
    }
    return ok({ id: replyId ?? discussionId, discussionId });
  },
  tells: (_out, { communityId, discussionId }, { name, on }) => ({ communityId, payload: { discussionId, name, on } }),
});

/** A person's own mark, seen by nobody else. */
export const keepBookmark = command({
  event: null,
  input: KeepBookmark,
  find: findPost,
  allow: mayBookmark,
  run: async (tx, { discussionId, replyId }, { on }, actor) => {
    const row = { userId: actor.id, discussionId, replyId };
    if (on) await tx.bookmark.createMany({ data: [row], skipDuplicates: true });
    else await tx.bookmark.deleteMany({ where: row });
    return ok({ id: replyId ?? discussionId, discussionId });
  },
});
