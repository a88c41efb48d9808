import "server-only";
import { command } from "@/lib/platform/access";
import { NOBODY } from "@/lib/platform/actor";
import { announce } from "@/lib/platform/live/announce";
import { ok } from "@/lib/platform/result";
import { mayForget, mayMark } from "./policy";
import { keptSince } from "./rules";
import { ForgetNotifications, MarkRead, MarkUnread } from "./schema";

/** Marks one's own as read; the moment is the handle by which it can be undone. What waits for one's return is not there yet. */
export const markRead = command({
  event: null,
  input: MarkRead,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: mayMark,
  run: async (tx, { id: userId }, said) => {
    const now = new Date();
    const which = "ids" in said ? { id: { in: said.ids }, at: { lte: now } } : { at: { lte: said.before ?? now }, ...("thread" in said && { threadId: said.thread }) };
    await tx.notification.updateMany({ where: { userId, readAt: null, ...which }, data: { readAt: now } });
    await announce(tx, { kind: "notifications.read", userId, subjectId: userId });
    return ok({ id: now.toISOString() });
  },
});

export const markUnread = command({
  event: null,
  input: MarkUnread,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: mayMark,
  run: async (tx, { id: userId }, { id }) => {
    await tx.notification.updateMany({ where: { userId, readAt: new Date(id) }, data: { readAt: null } });
    await announce(tx, { kind: "notifications.read", userId, subjectId: userId });
    return ok({ id });
  },
});

/** What was read long ago goes. */
export const forgetNotifications = command({
  event: null,
  input: ForgetNotifications,
  find: async (_tx, { now }) => ({ readAt: { lt: keptSince(now) } }),
  allow: mayForget,
  run: async (tx, old) => {
    await tx.notification.deleteMany({ where: old });
    return ok({ id: NOBODY });
  },
});
