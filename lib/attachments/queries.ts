import "server-only";
import { read } from "@/lib/platform/access";
import { attachmentsSeenBy } from "./policy";

export const getAttachment = read(attachmentsSeenBy, (visible, tx, id: string) =>
  tx.attachment.findFirst({ where: { AND: [visible, { id }] }, select: { name: true, mediaType: true, size: true, storageKey: true, width: true } }),
);
