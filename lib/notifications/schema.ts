import { z } from "zod";

export const ListNotifications = z.object({
  show: z.enum(["all", "unread"]).default("all").catch("all"),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25).catch(25),
});
export type ListFilter = z.output<typeof ListNotifications>;

/** What a program asks for: it is told what is wrong, where the page forgives. */
export const NotificationsRequest = z.object({ show: z.enum(["all", "unread"]).default("all"), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) });

const before = z.iso.datetime().transform((said) => new Date(Math.min(Date.parse(said), Date.now())));

/** Some of them, a bundle, or all; nothing that came after `before`, which the reader has not seen. */
export const MarkRead = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) }),
  z.strictObject({ thread: z.uuid(), before: before.optional() }),
  z.strictObject({ all: z.union([z.literal(true), z.literal("true")]), before: before.optional() }),
]);

/** Undo: what was marked at this moment is unread again. */
export const MarkUnread = z.strictObject({ id: z.iso.datetime() });

/** From the clock, never from a form. */
export const ForgetNotifications = z.strictObject({ now: z.date() });
