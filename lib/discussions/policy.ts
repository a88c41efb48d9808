import type { Prisma } from "@/lib/generated/prisma/client";
import type { Entry } from "@/lib/generated/prisma/enums";
import { communitiesReadBy, communitiesReadBySql } from "@/lib/communities/policy";
import { type Actor, belongsTo, isAdministrator, leads } from "@/lib/platform/actor";
import { sql } from "@/lib/platform/sql";

/** What a decision about a post needs to know of it and of the place it stands in. */
export type Standing = {
  communityId: string;
  authorId: string | null;
  closedAt: Date | null;
  community: { entry: Entry; archivedAt: Date | null };
};

/** A discussion is read where its community is read. A deleted one is gone, for whoever leads too: undo is theirs for a while. */
export const discussionsSeenBy = (actor: Actor): Prisma.DiscussionWhereInput => ({ deletedAt: null, community: communitiesReadBy(actor) });

/** The same rows for raw SQL: the discussion under the alias `d`, its community under `c`. */
export const discussionsSeenBySql = (actor: Actor) => sql`(d."deletedAt" IS NULL AND ${communitiesReadBySql(actor)})`;

/** Replies are read where their discussion is; a deleted one that others hang on stays as a tombstone without its text. */
export const repliesSeenBy = (actor: Actor): Prisma.ReplyWhereInput => ({ discussion: discussionsSeenBy(actor) });

const here = (actor: Actor, post: Standing) => actor.kind === "person" && belongsTo(actor, post.communityId) && !post.community.archivedAt;

export const mayReply = (actor: Actor, post: Standing) => here(actor, post) && !post.closedAt;
/** Whoever reads it may thank for it, in open communities without being a member. */
export const mayReact = (actor: Actor, post: Standing) => actor.kind === "person" && !post.community.archivedAt && actor.id !== post.authorId;
export const mayBookmark = (actor: Actor) => actor.kind === "person";
export const mayEdit = (actor: Actor, post: Standing) => here(actor, post) && (actor.id === post.authorId || leads(actor, post.communityId));
export const mayDelete = mayEdit;
/** The asker, or who leads the community (domain 3.4: Q&A). */
export const mayAccept = (actor: Actor, post: Standing) => here(actor, post) && (actor.id === post.authorId || leads(actor, post.communityId));
/** Pin, close, open again, move, merge: the leaders. */
export const mayModerate = (actor: Actor, post: Standing) => here(actor, post) && leads(actor, post.communityId);
export const mayReport = (actor: Actor, post: Standing) => actor.kind === "person" && actor.id !== post.authorId;
/** In an open community the administrator may hide a post, with a reason; elsewhere they do not even see it. */
export const mayHide = (actor: Actor, post: Standing) => isAdministrator(actor) && post.community.entry === "OPEN";
