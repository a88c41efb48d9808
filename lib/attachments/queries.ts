import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { attachmentsSeenBy, leftoversSeenBy } from "./policy";
import { forgottenBefore } from "./rules";

export const getAttachment = read(attachmentsSeenBy, (visible, tx, id: string) =>
  tx.attachment.findFirst({ where: { AND: [visible, { id }] }, select: { name: true, mediaType: true, size: true, storageKey: true, width: true } }),
);

/** A picture that was not made anew yet: for the job. */
export const getUnmade = read(
  (actor) => (actor.kind === "system" ? {} : { id: { in: [] } }),
  (visible, tx, id: string) => tx.attachment.findFirst({ where: { AND: [visible, { id, width: null }] }, select: { storageKey: true } }),
);

/** Files nobody has put into a text for a week, the oldest first, a hundred at a time. What a draft of their owner still shows is not forgotten. */
export const listLeftovers = read(
  (actor: Actor) => (before: Date) => leftoversSeenBy(actor, before),
  async (visible, tx, now: Date) => {
    const rows = await tx.attachment.findMany({ where: visible(forgottenBefore(now)), select: { id: true, ownerId: true }, orderBy: { createdAt: "asc" }, take: 1000 });
    const owners = [...new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))];
    const drafts = await tx.draft.findMany({ where: { userId: { in: owners } }, select: { userId: true, fields: true } });
    const shown = new Map(owners.map((owner) => [owner, JSON.stringify(drafts.filter(({ userId }) => userId === owner))]));
    return rows.filter(({ id, ownerId }) => !(ownerId && shown.get(ownerId)?.includes(id))).slice(0, 100).map(({ id }) => id);
  },
);
