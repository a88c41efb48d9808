import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

/** Names as the API says them. They and the limits stand here, where a form in the browser finds them without the whole of zod (30 KB). */
export const kinds = ["question", "discussion", "story", "idea", "hot-topic", "help-request"] as const;
export type Kind = (typeof kinds)[number];
export const languages = ["en", "es", "sv", "pl", "ru"] as const;
export type Language = (typeof languages)[number];

export const TITLE_LIMIT = 200;
export const BODY_LIMIT = 50_000;
export const TAG_LIMIT = 5;

export const toStored = (kind: Kind) => kind.toUpperCase().replace("-", "_") as DiscussionKind;
export const toSaid = (kind: DiscussionKind) => kind.toLowerCase().replace("_", "-") as Kind;

/** Where a post stands: an answer on whichever page of its discussion holds it. */
export const postHref = (slug: string, discussionId: string, id: string = discussionId) =>
  `/communities/${slug}/discussions/${discussionId}${id === discussionId ? "" : `?answer=${id}`}#p-${id}` as const;

/** Days without a reply after which a hot topic closes itself (domain 3.4). */
export const QUIET_DAYS = 7;
/** Minutes during which a deletion can be undone by who made it. */
export const UNDO_MINUTES = 30;

/** Under this name the clock of a help request runs. */
export const HELP_CLOCK = "help-request";

const day = 24 * 3600_000;

/** When a hot topic will close if nobody says anything more; null for every other kind, and once it is closed. */
export const closesAt = (topic: { kind: DiscussionKind; closedAt: Date | null; lastActivityAt: Date }) =>
  topic.kind === "HOT_TOPIC" && !topic.closedAt ? new Date(topic.lastActivityAt.getTime() + QUIET_DAYS * day) : null;

type Question = { kind: DiscussionKind; id: string; acceptedReplyId: string | null };
type Answer = { id: string; discussionId: string; parentId: string | null; deletedAt: Date | null; hiddenAt: Date | null };

/** Only an answer to this very question can be accepted: no reply to a reply, none that is gone. */
export const accept = (question: Question, reply: Answer | null) => {
  if (question.kind !== "QUESTION") return refuse("not-a-question");
  if (!reply || reply.discussionId !== question.id || reply.deletedAt || reply.hiddenAt) return refuse("no-such-answer");
  if (reply.parentId) return refuse("not-an-answer");
  return ok({ acceptedReplyId: reply.id });
};

/** One level of replies to replies: an answer to such a one stands beside it. */
export const placeUnder = (parent: { id: string; parentId: string | null; deletedAt: Date | null } | null) =>
  parent === null || parent.deletedAt ? refuse("no-such-reply") : ok(parent.parentId ?? parent.id);

/** Restoring is undoing: by who deleted it, within the time, and not after a merge. */
export const restore = (post: { deletedAt: Date | null; deletedById: string | null }, actorId: string, now: Date) => {
  if (!post.deletedAt) return refuse("not-deleted");
  if (post.deletedById !== actorId || now.getTime() - post.deletedAt.getTime() > UNDO_MINUTES * 60_000) return refuse("too-late");
  return ok({ deletedAt: null, deletedById: null });
};
