import type { DiscussionKind } from "@/lib/generated/prisma/enums";
import { ok, refuse } from "@/lib/platform/result";

/** Pinned discussions lead the list of their community; more than these, and none of them leads. */
export const PINS = 10;

export const pin = ({ pinnedAt }: { pinnedAt: Date | null }, now: Date) => (pinnedAt ? refuse("already-pinned") : ok({ pinnedAt: now }));
export const unpin = ({ pinnedAt }: { pinnedAt: Date | null }) => (pinnedAt ? ok({ pinnedAt: null }) : refuse("not-pinned"));

export const close = ({ closedAt }: { closedAt: Date | null }, now: Date) => (closedAt ? refuse("already-closed") : ok({ closedAt: now }));

/** A hot topic that is opened again has its seven days anew; else the clock would close it within minutes. */
export const reopen = ({ kind, closedAt }: { kind: DiscussionKind; closedAt: Date | null }, now: Date) =>
  closedAt ? ok({ closedAt: null, closedById: null, ...(kind === "HOT_TOPIC" && { lastActivityAt: now }) }) : refuse("not-closed");
