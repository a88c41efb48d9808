import type { Entry } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";
import { UNDO_MINUTES } from "../rules";

export type Target = { id: string; archivedAt: Date | null };
type Going = { communityId: string; openReports: number };

/** Where a discussion can go: to another living community its mover belongs to, once nothing is left for the leaders it leaves behind. */
export const mayGo = ({ communityId, openReports }: Going, to: Target | null, belongs: boolean) => {
  if (!to) return refuse("no-such-community");
  if (to.id === communityId) return refuse("already-there");
  if (!belongs) return refuse("join-first");
  if (to.archivedAt) return refuse("target-archived");
  if (openReports > 0) return refuse("open-reports");
  return ok({ toId: to.id });
};

/** Out of a private community a text goes only with the consent of those who wrote it for the few (domain 3.1). */
export const atOnce = (entry: Entry) => (entry === "PRIVATE" ? refuse("needs-consent") : ok({}));
export const byConsent = (entry: Entry) => (entry === "PRIVATE" ? ok({}) : refuse("needs-no-consent"));

/** An author of the discussion or of a reply; no id: only a name is known. `here`: has an account, and still belongs to the community. */
export type Author = { id: string | null; here: boolean };

/** Someone who has left cannot be asked any more, so what they wrote stays. */
export const askable = (authors: readonly Author[]) => (authors.every((one) => one.id && one.here) ? ok({}) : refuse("author-gone"));

export const missing = (authors: readonly Author[], consented: readonly string[]) => authors.filter(({ id }) => !id || !consented.includes(id));

/** A deleted reply can come back for this long; its author is asked too. */
export const undoableSince = (now: Date) => new Date(now.getTime() - UNDO_MINUTES * 60_000);
