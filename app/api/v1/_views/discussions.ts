import { z } from "zod";
import type { DiscussionView, PostView } from "@/lib/discussions/queries";
import type { ReplyView } from "@/lib/discussions/replies/queries";
import { kinds, postHref, toSaid } from "@/lib/discussions/rules";
import { addressOf, Person, record, time } from "./record";

const post = {
  ...record,
  body: z.string().meta({ description: "Markdown, as it was written." }),
  bodyHtml: z.string(),
  language: z.string(),
  author: Person,
  reactions: z.object({ thanks: z.int(), inspired: z.int(), sameHere: z.int() }),
  importedVotes: z.int().nullable(),
  editedAt: z.iso.datetime().nullable(),
};

const showPost = (one: PostView, path: string) => ({
  id: one.id,
  version: one.version,
  url: addressOf(path),
  createdAt: time(one.createdAt),
  updatedAt: time(one.updatedAt),
  body: one.body,
  bodyHtml: one.html,
  language: one.language,
  author: one.author.handle ? { handle: one.author.handle, name: one.author.name } : null,
  reactions: { thanks: one.thanks, inspired: one.inspired, sameHere: one.sameHere },
  importedVotes: one.importedVotes,
  editedAt: one.editedAt && time(one.editedAt),
});

export const Discussion = z
  .object({ ...post, community: z.string(), kind: z.enum(kinds), title: z.string(), tags: z.array(z.string()), replyCount: z.int(), acceptedReplyId: z.uuid().nullable(), pinnedAt: z.iso.datetime().nullable(), closedAt: z.iso.datetime().nullable() })
  .meta({ id: "Discussion" });
export const showDiscussion = (one: DiscussionView): z.input<typeof Discussion> => ({
  ...showPost(one, `/communities/${one.community.slug}/discussions/${one.id}`),
  community: one.community.slug,
  kind: toSaid(one.kind),
  title: one.title,
  tags: one.tags,
  replyCount: one.replyCount,
  acceptedReplyId: one.acceptedReplyId,
  pinnedAt: one.pinnedAt && time(one.pinnedAt),
  closedAt: one.closedAt && time(one.closedAt),
});

export const Reply = z.object({ ...post, discussion: z.uuid(), parentId: z.uuid().nullable() }).meta({ id: "Reply" });
export const showReply = (one: ReplyView & { discussionId: string; slug: string }): z.input<typeof Reply> => ({
  ...showPost(one, postHref(one.slug, one.discussionId, one.id)),
  discussion: one.discussionId,
  parentId: one.parentId,
});
