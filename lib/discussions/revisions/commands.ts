import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { slugOf } from "../moderation/queries";
import { mayEdit } from "../policy";
import { findPost } from "../reactions/queries";
import { languages } from "../rules";
import { hangOn, useTags } from "../texts/commands";
import { prepareText } from "../texts/queries";
import { RestoreRevision } from "./schema";

const first = { version: true, title: true, body: true, language: true, tags: true, hiddenAt: true } as const;
const further = { version: true, body: true, language: true, hiddenAt: true } as const;

/** Brings an older version back, as a new edit on top of all that came after it: nothing in the history is lost. */
export const restoreRevision = command({
  event: ({ replyId }) => (replyId ? "reply.edited" : "discussion.edited"),
  input: RestoreRevision,
  find: async (tx, address, actor) => {
    const post = await findPost(tx, address, actor);
    const text = post?.replyId
      ? await tx.reply.findUnique({ where: { id: post.replyId }, select: further })
      : post && (await tx.discussion.findUnique({ where: { id: post.discussionId }, select: first }));
    return post && text && { ...post, title: null, tags: [], ...text };
  },
  allow: mayEdit,
  versioned: ({ version, title, body, tags, hiddenAt }) => ({ version, current: hiddenAt ? { version } : { version, ...(title !== null && { title, tags }), body } }),
  run: async (tx, { discussionId, replyId, communityId, hiddenAt, version, ...now }, { revision }, actor) => {
    if (hiddenAt) return refuse("hidden");
    const then = await tx.revision.findFirst({ where: { ...(!replyId && { discussionId }), replyId, version: revision }, orderBy: { at: "desc" } });
    if (!then) return refuse("no-such-version");
    const title = now.title === null ? null : (then.title ?? now.title);
    if (then.body === now.body && title === now.title && then.tags.join() === now.tags.join()) return refuse("same-text");
    const language = languages.find((one) => one === then.language);
    const text = await prepareText(tx, actor, { body: then.body, language, fallback: then.language, communityId });
    const data = { body: text.body, html: text.html, language: text.language, version: { increment: 1 }, editedAt: new Date() };
    const { count } = replyId
      ? await tx.reply.updateMany({ where: { id: replyId, discussionId, version }, data })
      : await tx.discussion.updateMany({
          where: { id: discussionId, communityId, version },
          data: { ...data, ...(title !== null && { title }), tags: await useTags(tx, communityId, then.tags, now.tags) },
        });
    if (count === 0) return refuse("stale");
    await tx.revision.create({
      data: { discussionId, replyId, version, body: now.body, language: now.language, editorId: actor.id, ...(now.title !== null && { title: now.title, tags: now.tags }) },
    });
    await hangOn(tx, text, actor.id, { discussionId, ...(replyId && { replyId }) });
    return ok({ id: replyId ?? discussionId, discussionId, slug: await slugOf(tx, communityId) });
  },
  tells: (_out, { communityId, discussionId }, { revision }) => ({ communityId, payload: { discussionId, restored: revision } }),
});
