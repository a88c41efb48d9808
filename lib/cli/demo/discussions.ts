import { QUIET_DAYS, toStored } from "@/lib/discussions/rules";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ReactionName } from "@/lib/generated/prisma/enums";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { renderMarkdown } from "@/lib/platform/text/markdown";
import { indexDiscussions, indexReplies } from "@/lib/search/events";
import { findNear } from "@/lib/search/near/events";
import { type Clock, latest } from "./clock.ts";
import type { Conversation, Place } from "./content.ts";

const names = { thanks: "THANKS", inspired: "INSPIRED", sameHere: "SAME_HERE" } as const satisfies Record<string, ReactionName>;
type Reactions = { author: string } & Record<keyof typeof names, string[]>;
type World = { place: Place; communityId: string; clock: Clock; id: (handle: string) => string; everyone: Set<string> };

const told = () => ({
  discussions: [] as (Prisma.DiscussionCreateManyInput & { id: string; tags: string[]; createdAt: Date; lastActivityAt: Date })[],
  replies: [] as (Prisma.ReplyCreateManyInput & { id: string; createdAt: Date })[],
  accepted: [] as { id: string; acceptedReplyId: string; acceptedById: string; acceptedAt: Date }[],
  reactions: [] as Prisma.ReactionCreateManyInput[],
  mentions: [] as Prisma.MentionCreateManyInput[],
  revisions: [] as Prisma.RevisionCreateManyInput[],
  /** When each person first wrote here. */
  firstActs: new Map<string, Date>(),
});
export type Told = ReturnType<typeof told>;

/** A text as it was before its last paragraph (or sentence) was added: what the edit history of an edited post begins with. */
const before = (body: string) => {
  const paragraphs = body.trim().split(/\n\n+/);
  return paragraphs.length > 1 ? paragraphs.slice(0, -1).join("\n\n") : body.trim().replace(/(?<=[.!?…])\s+[^.!?…]+[.!?…]*$/u, "");
};

/** The rows of one community's discussions, with every counter as it must be. */
export const tell = ({ place, communityId, clock, id, everyone }: World) => {
  const rows = told();
  const members = new Set([...place.leaders, ...place.members.map(({ handle }) => handle)]);
  const known = place.entry === "open" ? everyone : members;

  const say = (post: Reactions & { body: string }, at: Date, where: { discussionId: string; replyId?: string }) => {
    if (!members.has(post.author)) throw new Error(`${post.author} writes in ${place.slug} without belonging to it`);
    const authorId = id(post.author);
    const { html, mentions } = renderMarkdown(post.body, { mentions: (handle) => (known.has(handle) ? handle : null) });
    for (const handle of mentions) if (handle !== post.author) rows.mentions.push({ userId: id(handle), ...where, createdAt: at });
    for (const [said, name] of Object.entries(names) as [keyof typeof names, ReactionName][])
      for (const handle of post[said]) {
        if (handle === post.author || (place.entry !== "open" && !members.has(handle))) throw new Error(`${handle} cannot react in ${place.slug} to ${post.author}`);
        rows.reactions.push({ userId: id(handle), name, ...where, createdAt: clock.between(at, clock.after(at, 72), name, handle, where.replyId ?? where.discussionId) });
      }
    const first = rows.firstActs.get(authorId);
    if (!first || first > at) rows.firstActs.set(authorId, at);
    return { authorId, body: post.body, html, thanks: post.thanks.length, inspired: post.inspired.length, sameHere: post.sameHere.length };
  };

  const reply = (post: Conversation["replies"][number]["replies"][number], began: Date, where: { discussionId: string; parentId?: string; language: Conversation["language"] }) => {
    const createdAt = clock.after(began, post.afterHours);
    const { parentId, discussionId, language } = where;
    const row = { id: newId(createdAt), discussionId, parentId: parentId ?? null, language: post.language ?? language, createdAt, updatedAt: createdAt };
    const written = { ...row, ...say(post, createdAt, { discussionId, replyId: row.id }) };
    rows.replies.push(written);
    return written;
  };

  for (const one of place.discussions) {
    const createdAt = clock.daysAgo(one.daysAgo);
    const discussionId = newId(createdAt);
    const first = say(one, createdAt, { discussionId });
    const answers = one.replies.map((answer) => {
      const top = reply(answer, createdAt, { discussionId, language: one.language });
      return [top, ...answer.replies.map((comment) => reply(comment, createdAt, { discussionId, parentId: top.id, language: top.language as Conversation["language"] }))];
    });
    const all = answers.flat().sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    const lastActivityAt = latest(createdAt, all.at(-1)?.createdAt);
    const editedAt = one.edited ? clock.between(createdAt, clock.after(createdAt, 30), "edited", one.title) : null;
    const quiet = clock.after(lastActivityAt, QUIET_DAYS * 24);
    const faded = one.kind === "hot-topic" && quiet < clock.now;
    const closedAt = faded ? quiet : one.closed ? clock.between(lastActivityAt, clock.after(lastActivityAt, 24), "closed", one.title) : null;
    const chosen = one.accepted ? answers[one.accepted - 1]?.[0] : undefined;
    const acceptedAt = chosen && clock.between(chosen.createdAt, clock.after(chosen.createdAt, 40), "accepted", one.title);
    if (chosen && acceptedAt) rows.accepted.push({ id: discussionId, acceptedReplyId: chosen.id, acceptedById: first.authorId, acceptedAt });
    if (editedAt) rows.revisions.push({ discussionId, version: 1, title: one.title, body: before(one.body), language: one.language, tags: one.tags, editorId: first.authorId, at: editedAt });
    rows.discussions.push({
      ...first, id: discussionId, communityId, kind: toStored(one.kind), title: one.title, language: one.language, tags: one.tags, createdAt, lastActivityAt, editedAt, closedAt,
      version: editedAt ? 2 : 1,
      replyCount: all.length,
      lastReplierId: all.at(-1)?.authorId ?? null,
      closedById: closedAt && !faded ? id(place.leaders.includes(one.author) ? one.author : (place.leaders[0] ?? "")) : null,
      summary: faded ? one.summary : "",
      summaryHtml: faded && one.summary ? renderMarkdown(one.summary).html : "",
      pinnedAt: one.pinned ? clock.after(createdAt, 1) : null,
      neededBy: one.neededAfterDays === undefined ? null : clock.day(one.daysAgo - one.neededAfterDays),
      updatedAt: latest(createdAt, editedAt, closedAt, acceptedAt),
    });
  }
  return rows;
};

export const writeDiscussions = async (tx: Tx, rows: Told, now: Date) => {
  await tx.discussion.createMany({ data: rows.discussions });
  await tx.reply.createMany({ data: rows.replies });
  for (const { id, ...accepted } of rows.accepted) await tx.$executeRaw`
    UPDATE "Discussion" SET "acceptedReplyId" = ${accepted.acceptedReplyId}::uuid, "acceptedById" = ${accepted.acceptedById}::uuid, "acceptedAt" = ${accepted.acceptedAt} WHERE id = ${id}::uuid`;
  await tx.reaction.createMany({ data: rows.reactions });
  await tx.mention.createMany({ data: rows.mentions });
  await tx.revision.createMany({ data: rows.revisions });
  await indexDiscussions(tx, rows.discussions.map(({ id }) => id));
  await indexReplies(tx, rows.replies.map(({ id }) => id));
  await findNear(tx, rows.discussions.map(({ id }) => id), now);
};
