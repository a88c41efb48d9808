import "server-only";
import { read } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import { readerOf } from "@/lib/platform/letters";
import { channelsOf } from "../channels/queries";
import { byMail, topicOf } from "../channels/rules";
import { notificationsSql } from "../policy";
import { type Notice, noticeScope, noticeSql } from "../queries";
import { kinds } from "../rules";
import { mailsSeenBy, postingsSeenBy } from "./policy";

/** For whom something waits that is to be looked at now. */
export const listReadersDue = read(postingsSeenBy, async (visible, tx, now: Date) => {
  const due = await tx.posting.findMany({ where: { AND: [visible, { mailId: null, dueAt: { lte: now } }] }, select: { userId: true }, distinct: ["userId"], take: 500 });
  return due.map(({ userId }) => userId);
});

/** Mails that no server has taken yet, the oldest first. */
export const listUnsent = read(mailsSeenBy, (visible, tx, before: Date) =>
  tx.noticeMail.findMany({ where: { AND: [visible, { sentAt: null, createdAt: { lte: before } }] }, select: { id: true, digest: true, createdAt: true }, orderBy: { createdAt: "asc" }, take: 500 }),
);

export const getUnsent = read(mailsSeenBy, async (visible, tx, id: string) => {
  const mail = await tx.noticeMail.findFirst({ where: { AND: [visible, { id, sentAt: null }] }, select: { id: true, userId: true, digest: true, createdAt: true, postings: { select: { notificationId: true } } } });
  return mail && { ...mail, ids: mail.postings.map(({ notificationId }) => notificationId) };
});

export type Mailed = Notice & { eventId: string };

/** Who a mail goes to. */
export const getReader = read(mailsSeenBy, (_visible, tx, userId: string) => readerOf(tx, userId));

/** Of these notifications those that their reader may still see, has not read, and still wants by mail. */
export const listToMail = read(
  (actor: Actor) => ({ ...noticeScope(actor), userId: actor.id }),
  async ({ visible, place, userId }, tx, ids: string[]) => {
    const { channels } = await channelsOf(tx, userId);
    const silenced = new Set((await tx.mailSilence.findMany({ where: { userId }, select: { threadId: true } })).map(({ threadId }) => threadId));
    const rows = await tx.$queryRaw<Mailed[]>`
      SELECT ${noticeSql(place)}, n."eventId" FROM ${notificationsSql} LEFT JOIN "User" a ON a.id = n."actorId"
      WHERE n.id = ANY(${ids}::uuid[]) AND n."readAt" IS NULL AND ${visible}
      ORDER BY n.at, n.id`;
    return rows.filter(({ kind, threadId }) => byMail(channels[topicOf[kind]]) && (kinds[kind].asks || !silenced.has(threadId)));
  },
);
