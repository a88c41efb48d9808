import { z } from "zod";
import type { Notice } from "@/lib/notifications/queries";
import { hrefOf, type Kind, kinds, reasons } from "@/lib/notifications/rules";
import { addressOf, Person, record, time } from "./record";

export const NotificationView = z
  .object({
    ...record,
    kind: z.enum(Object.keys(kinds) as [Kind, ...Kind[]]),
    reason: z.enum(reasons).meta({ description: "Why you were told." }),
    tag: z.string().nullable(),
    thread: z.uuid().meta({ description: "What it is bundled with." }),
    actor: Person,
    community: z.string().nullable(),
    discussion: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    reply: z.uuid().nullable(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Notification" });

export const showNotification = (one: Notice): z.input<typeof NotificationView> => ({
  id: one.id,
  version: 1,
  url: addressOf(hrefOf(one)),
  createdAt: time(one.at),
  updatedAt: time(one.readAt ?? one.at),
  kind: one.kind,
  reason: one.reason,
  tag: one.tag,
  thread: one.threadId,
  actor: one.actor,
  community: one.community?.slug ?? null,
  discussion: one.discussion && { id: one.discussion.id, title: one.discussion.title },
  reply: one.replyId,
  readAt: one.readAt && time(one.readAt),
});

export const Unread = z.object({ unread: z.int().meta({ description: "Bundles that have something unread." }) });
