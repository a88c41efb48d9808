import "server-only";
import type { Reaction, Reactions } from "@/lib/platform/events";
import { announceAll } from "@/lib/platform/live/announce";

/** Who was told of an event is told so at once on the pages they have open. What waits for their return is not there yet. */
const announced: Reaction = async (tx, { id: eventId }) => {
  const rows = await tx.notification.findMany({ where: { eventId, at: { lte: new Date() } }, select: { id: true, userId: true } });
  await announceAll(tx, "notification.made", rows.map(({ id, userId }) => ({ userId, subjectId: id })));
};

/** For the events with these names, after the notifications were made. */
export const announceNotices = (names: string[]): Reactions => Object.fromEntries(names.map((name) => [name, announced]));
