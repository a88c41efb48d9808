import { ok, refuse } from "@/lib/platform/result";

/** Characters of what is said about a post, and of what came of it. */
export const REASON_LIMIT = 1000;
/** Reports of one person that may wait for an answer at once. */
export const OPEN_REPORTS = 10;

/** `mine`: how many reports of this person are open, and whether one of them is about this very post. */
export const report = (post: { hiddenAt: Date | null }, mine: { open: number; here: boolean }) => {
  if (post.hiddenAt) return refuse("hidden");
  if (mine.here) return refuse("already-reported");
  if (mine.open >= OPEN_REPORTS) return refuse("too-many-reports");
  return ok({});
};
