import { postHref } from "@/lib/discussions/rules";
import { type By, levelOf, type Standing } from "@/lib/follows/rules";

/**
 * What someone can be told of. `asks`: something is asked of them, which no level of following silences, which waits while they are
 * away, and which goes once it is done. Every kind has its words in `notifications.lines`.
 */
export const kinds = {
  reply: { asks: false },
  "reply-to-me": { asks: false },
  mention: { asks: false },
  "new-discussion": { asks: false },
  "help-request": { asks: false },
  accepted: { asks: false },
  solved: { asks: false },
  reaction: { asks: false },
  summary: { asks: true },
  "help-overdue": { asks: true },
  "move-consent": { asks: true },
  report: { asks: true },
  invitation: { asks: true },
  "join-request": { asks: true },
  leadership: { asks: true },
  "request-late": { asks: false },
  "request-accepted": { asks: false },
  "request-declined": { asks: false },
  removed: { asks: false },
} as const satisfies Record<string, { asks: boolean }>;
export type Kind = keyof typeof kinds;
/** The kinds that ask something. */
export const asking = Object.entries(kinds).flatMap(([kind, { asks }]) => (asks ? kind : []));

/** Days for which what was read is kept. */
const KEPT_DAYS = 90;
export const keptSince = (now: Date) => new Date(now.getTime() - KEPT_DAYS * 86_400_000);

/** Why someone hears of it. Every reason has its words in `notifications.reasons`. */
export const reasons = ["discussion", "started", "wrote", "tag", "community", "answered", "mentioned", "knows", "author", "asker", "leads", "invited", "asked-to-join", "asked-to-lead", "member"] as const;
export type Reason = (typeof reasons)[number];

/** People of one event for whom it is the same, ready to be told. */
export const tells = (kind: Kind, reason: Reason, userIds: readonly string[]) => userIds.map((userId) => ({ userId, kind, reason, asks: kinds[kind].asks }));

type Said = Standing & { userId: string; knows: string | null };
type Post = { first: boolean; asksHelp: boolean; mentioned: ReadonlySet<string>; answers: string | null };

const byReason: Record<Exclude<By, "default">, Reason> = { discussion: "discussion", started: "started", wrote: "wrote", tag: "tag", community: "community" };

/** What a new post is to someone, the most personal first; null where they do not want to hear of it. */
export const toldOf = (who: Said, { first, asksHelp, mentioned, answers }: Post): { kind: Kind; reason: Reason; tag?: string } | null => {
  const { level, by } = levelOf(who);
  if (level === "NOTHING") return null;
  if (answers === who.userId) return { kind: "reply-to-me", reason: "answered" };
  if (mentioned.has(who.userId)) return { kind: "mention", reason: "mentioned" };
  if (!first && answers === null && who.started) return { kind: "reply-to-me", reason: "started" };
  if (asksHelp && who.knows) return { kind: "help-request", reason: "knows", tag: who.knows };
  if (level !== "EVERYTHING" || by === "default") return null;
  return { kind: first ? "new-discussion" : "reply", reason: byReason[by], ...(by === "tag" && who.tag && { tag: who.tag.name }) };
};

type Place = { kind: Kind; replyId: string | null; community: { slug: string } | null; discussion: { id: string } | null };

/** Where a notification leads: to the post, or to where what it asks is done. */
export const hrefOf = ({ kind, replyId, community, discussion }: Place) => {
  if (!community) return "/notifications";
  const place = `/communities/${community.slug}`;
  if (kind === "report") return `${place}/reports`;
  if (kind === "join-request") return `${place}/members`;
  if (!discussion) return place;
  if (kind === "summary") return `${place}/discussions/${discussion.id}/summary`;
  if (kind === "move-consent") return `${place}/discussions/${discussion.id}/move`;
  return postHref(community.slug, discussion.id, replyId ?? discussion.id);
};
