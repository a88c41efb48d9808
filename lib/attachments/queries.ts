import "server-only";
import { read } from "@/lib/platform/access";
import { attachmentsSeenBy } from "./policy";

export const getAttachment = read(attachmentsSeenBy, (visible, tx, id: string) =>
  tx.attachment.findFirst({ where: { AND: [visible, { id }] }, select: { name: true, mediaType: true, size: true, storageKey: true, width: true } }),
);

/** A picture that was not made anew yet: for the job. */
export const getUnmade = read(
  (actor) => (actor.kind === "system" ? {} : { id: { in: [] } }),
  (visible, tx, id: string) => tx.attachment.findFirst({ where: { AND: [visible, { id, width: null }] }, select: { storageKey: true } }),
);
