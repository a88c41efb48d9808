import type { DiscussionKind, Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

type Side = { id: string; communityId: string; community: { entry: Entry } };

/** A private community keeps what was said in it: its discussions are merged among themselves, or not at all. */
export const merge = <Into extends Side>(from: Side & { openReports: number }, into: Into | null) => {
  if (!into) return refuse("no-such-discussion");
  if (into.id === from.id) return refuse("same-discussion");
  if (into.communityId === from.communityId) return ok(into);
  if (from.community.entry === "PRIVATE") return refuse("private-stays");
  if (from.openReports > 0) return refuse("open-reports");
  return ok(into);
};

const escaped = (title: string) => title.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&");

/** The text of a first post as it stands as a reply elsewhere: under its title, so that it is still understood, and with what had come of it. */
export const asReply = ({ title, body, summary }: { title: string; body: string; summary: string }) =>
  [`**${escaped(title)}**`, body, ...(summary ? ["---", summary] : [])].join("\n\n");

/** A question without an accepted answer takes over the one that the other had. */
export const inherits = (into: { kind: DiscussionKind; acceptedReplyId: string | null }, from: { acceptedReplyId: string | null }) =>
  into.kind === "QUESTION" && !into.acceptedReplyId && from.acceptedReplyId !== null;

type Voice = { lastReplierId: string | null; lastReplierName: string | null };
type Life = Voice & { authorId: string | null; authorName: string | null; replyCount: number; lastActivityAt: Date };

/** Who spoke last in both together, and when. Without replies that is who began. */
export const lastOf = (into: Life, from: Life): Voice & { lastActivityAt: Date } => {
  const { lastActivityAt } = from;
  const begun = { lastReplierId: from.authorId, lastReplierName: from.authorId ? null : from.authorName };
  const there = from.replyCount > 0 ? { lastReplierId: from.lastReplierId, lastReplierName: from.lastReplierName } : begun;
  if (lastActivityAt > into.lastActivityAt) return { ...there, lastActivityAt };
  const here = { lastReplierId: into.lastReplierId, lastReplierName: into.lastReplierName };
  return { ...(into.replyCount > 0 ? here : there), lastActivityAt: into.lastActivityAt };
};
