/** What happens to discussions that those who look at them, or belong to their community, are told at once. */
export const kinds = [
  "discussion.started", "discussion.edited", "discussion.restored", "discussion.closed", "discussion.reopened", "discussion.moved", "discussion.pinned", "discussion.unpinned",
  "reply.posted", "reply.edited", "reply.deleted", "reply.restored", "answer.accepted", "answer.unaccepted", "post.reacted",
] as const;
export type Kind = (typeof kinds)[number];

/** Ids and counts, as they stand when it is sent; never a word of what was written. `post`: the reply it is about, else the discussion. */
export type Fact = {
  kind: Kind;
  community: string;
  discussion: string;
  post: string;
  replies: number;
  thanks: number;
  inspired: number;
  sameHere: number;
  accepted: string | null;
  closed: boolean;
};
