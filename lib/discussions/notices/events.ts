import "server-only";
import { type Follower, listFollowers } from "@/lib/follows/queries";
import { levelOf } from "@/lib/follows/rules";
import { tells, toldOf } from "@/lib/notifications/rules";
import type { ReadTx } from "@/lib/platform/db";
import type { Happened } from "@/lib/platform/events";
import type { Notice, Notices } from "@/lib/platform/notices";
import { placeOf, reportedPlace, whoConsents, whoSettles, whoSumsUp, whoWaitsForHelp } from "./queries";

/** How many of those who know about a thing are asked for help with it. */
const HELPERS = 20;

const text = (said: unknown) => (typeof said === "string" ? said : null);
const mentionedIn = async (tx: ReadTx, discussionId: string, replyId: string | null) =>
  (await tx.mention.findMany({ where: { discussionId, replyId }, select: { userId: true }, take: 200 })).map(({ userId }) => userId);
const replyOf = (tx: ReadTx, id: string) =>
  tx.reply.findFirst({ where: { id, deletedAt: null, hiddenAt: null }, select: { id: true, discussionId: true, authorId: true, parentId: true, parent: { select: { authorId: true } } } });

const inDiscussion = (discussionId: string, replyId: string | null = null) => ({ threadId: discussionId, discussionId, replyId });

/** Those to whom a post is something, each with what it is. */
const hearers = (followers: Follower[], post: Parameters<typeof toldOf>[1]) =>
  followers.flatMap((who) => {
    const told = toldOf(who, post);
    return told ? [{ userId: who.userId, ...told }] : [];
  });

const started: Notice = async (tx, { subjectId: id }) => {
  const [discussion, named] = [await placeOf(tx, id), await mentionedIn(tx, id, null)];
  if (!discussion) return null;
  const asksHelp = discussion.kind === "HELP_REQUEST";
  const followers = await listFollowers(tx, id, { named, knowing: asksHelp ? HELPERS : 0 });
  return { about: inDiscussion(id), told: hearers(followers, { first: true, asksHelp, mentioned: new Set(named), answers: null }) };
};

const replied: Notice = async (tx, { subjectId }) => {
  const reply = await replyOf(tx, subjectId);
  if (!reply) return null;
  const [mentioned, answers] = [await mentionedIn(tx, reply.discussionId, reply.id), reply.parent?.authorId ?? null];
  const followers = await listFollowers(tx, reply.discussionId, { named: [...mentioned, ...(answers ? [answers] : [])] });
  const post = { first: false, asksHelp: false, mentioned: new Set(mentioned), answers: reply.parentId ? (answers ?? "") : null };
  return { about: inDiscussion(reply.discussionId, reply.id), told: hearers(followers, post) };
};

/** Who is mentioned by an edit, and was told nothing of the post before. */
const mentionedSince = async (tx: ReadTx, event: Happened, discussionId: string, replyId: string | null) => {
  const named = await mentionedIn(tx, discussionId, replyId);
  const before = await tx.notification.findMany({ where: { userId: { in: named }, discussionId, replyId, eventId: { not: event.id } }, select: { userId: true } });
  const known = new Set(before.map(({ userId }) => userId));
  return hearing(tx, discussionId, named.filter((id) => !known.has(id)));
};

/** Those of the named who read the discussion and want to hear of it. */
const hearing = async (tx: ReadTx, discussionId: string, named: string[]) =>
  (await listFollowers(tx, discussionId, { named, only: true })).filter((who) => levelOf(who).level !== "NOTHING").map(({ userId }) => userId);

const edited: Notice = async (tx, event) => {
  const reply = event.name === "reply.edited" ? await replyOf(tx, event.subjectId) : null;
  const discussionId = reply?.discussionId ?? event.subjectId;
  if (event.name === "reply.edited" && !reply) return null;
  return { about: inDiscussion(discussionId, reply?.id), told: tells("mention", "mentioned", await mentionedSince(tx, event, discussionId, reply?.id ?? null)) };
};

/** Whose answer it is hears of it; and who asked, where a leader accepted it for them. */
const accepted: Notice = async (tx, { subjectId: id, payload }) => {
  const [discussion, reply] = [await placeOf(tx, id), await replyOf(tx, text(payload.replyId) ?? id)];
  if (!discussion || !reply || discussion.acceptedReplyId !== reply.id) return null;
  const [author, asker] = [await hearing(tx, id, reply.authorId ? [reply.authorId] : []), await hearing(tx, id, discussion.authorId ? [discussion.authorId] : [])];
  return { about: inDiscussion(id, reply.id), told: [...tells("accepted", "author", author), ...tells("solved", "asker", asker)] };
};

/** The author of a post hears of a reaction once, also where it was taken back and given again. */
const reacted: Notice = async (tx, { id: eventId, subjectId, actorId, payload }) => {
  const discussionId = text(payload.discussionId);
  if (payload.on !== true || !discussionId || !actorId) return null;
  const reply = subjectId === discussionId ? null : await replyOf(tx, subjectId);
  const author = reply ? reply.authorId : (await placeOf(tx, discussionId))?.authorId;
  if (!author || (subjectId !== discussionId && reply?.discussionId !== discussionId)) return null;
  const replyId = reply?.id ?? null;
  const stands = await tx.reaction.findFirst({ where: { userId: actorId, discussionId, replyId }, select: { id: true } });
  const before = await tx.notification.findFirst({ where: { userId: author, discussionId, replyId, kind: "reaction", actorId, eventId: { not: eventId } }, select: { id: true } });
  return stands && !before ? { about: inDiscussion(discussionId, replyId), told: tells("reaction", "author", await hearing(tx, discussionId, [author])) } : null;
};

export const notices: Notices = {
  "discussion.started": started,
  "reply.posted": replied,
  "discussion.edited": edited,
  "reply.edited": edited,
  "answer.accepted": accepted,
  "post.reacted": reacted,
  "discussion.help-overdue": async (tx, event) => ({ about: inDiscussion(event.subjectId), told: tells("help-overdue", "started", await whoWaitsForHelp(tx, event)) }),
  "discussion.closed": async (tx, event) => ({ about: inDiscussion(event.subjectId), told: tells("summary", "started", await whoSumsUp(tx, event)) }),
  "move.proposed": async (tx, event) => ({ about: inDiscussion(event.subjectId), told: tells("move-consent", "author", await whoConsents(tx, event)) }),
  "post.reported": async (tx, event) => {
    const place = await reportedPlace(tx, event.subjectId);
    return place && { about: inDiscussion(place.id), told: tells("report", "leads", await whoSettles(tx, event)) };
  },
};
