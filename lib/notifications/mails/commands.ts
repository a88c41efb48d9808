import "server-only";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { send } from "@/lib/platform/jobs";
import { readerOf } from "@/lib/platform/letters";
import { ok } from "@/lib/platform/result";
import { join, sql } from "@/lib/platform/sql";
import { channelsOf } from "../channels/queries";
import { type Topic, topicOf, toStoredChannel, usual } from "../channels/rules";
import { type Kind, kinds } from "../rules";
import { mailsSeenBy, maySend } from "./policy";
import { BUNDLE_MINUTES, dueBy, isStale, sort } from "./rules";
import { ForgetSent, OfMail, PlanMails } from "./schema";

/** What holds for each kind while nothing is chosen, as rows. */
const usualSql = join(Object.entries(topicOf).map(([kind, topic]) => sql`(${kind}, ${topic}, ${toStoredChannel(usual[topic])})`));

/** As soon as people were told of an event: what they want to hear nothing of goes, what they want by mail is put in the post. It may run again. */
export const postNotices = async (tx: Tx, eventId: string) => {
  await tx.$executeRaw`
    WITH told AS (
      SELECT n.id, n."userId", n.at, coalesce(c.channel::text, k.channel) channel FROM "Notification" n
      JOIN (VALUES ${usualSql}) k(kind, topic, channel) ON k.kind = n.kind LEFT JOIN "ChannelChoice" c ON c."userId" = n."userId" AND c.topic = k.topic
      WHERE n."eventId" = ${eventId}::uuid
    ), gone AS (DELETE FROM "Notification" n USING told WHERE n.id = told.id AND told.channel = 'NOTHING')
    INSERT INTO "Posting" ("notificationId", "userId", "dueAt")
    SELECT id, "userId", at + make_interval(mins => ${BUNDLE_MINUTES}::int) FROM told WHERE channel NOT IN ('NOTHING', 'PORTAL') ON CONFLICT DO NOTHING`;
};

const waitingOf = (tx: Tx, userId: string) =>
  tx.posting.findMany({
    where: { userId, mailId: null },
    select: { notificationId: true, notification: { select: { kind: true, threadId: true, at: true, readAt: true } } },
    orderBy: { notification: { at: "asc" } },
    take: 500,
  });
type Waiting = Awaited<ReturnType<typeof waitingOf>>[number];

/** When something of a kind goes to this reader, by what they want now; what they have read or silenced goes no more. */
const duty = async (tx: Tx, userId: string, now: Date, back: Date | null) => {
  const [reader, { channels, rhythm }] = [await readerOf(tx, userId), await channelsOf(tx, userId)];
  const silenced = new Set((await tx.mailSilence.findMany({ where: { userId }, select: { threadId: true } })).map(({ threadId }) => threadId));
  return ({ notification: { kind, threadId, at, readAt } }: Waiting) => {
    const topic: Topic = topicOf[kind as Kind] ?? "reply";
    const asks = kinds[kind as Kind]?.asks ?? false;
    if (!reader || readAt || (silenced.has(threadId) && !asks)) return null;
    const due = dueBy(at, channels[topic], { ...rhythm, timeZone: reader.timeZone }, now);
    return due && asks && back && back > due.at ? { ...due, at: back, held: true as const } : due;
  };
};

/** Makes the mails that are due to one reader, each with the job that sends it; what is not due is looked at again when it is. Two servers at once make them once. */
export const planMails = command({
  event: null,
  input: PlanMails,
  find: async (tx, { userId }) => {
    const [held] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('mails'), hashtext(${userId})) mine`;
    return held?.mine ? { userId } : null;
  },
  allow: maySend,
  run: async (tx, { userId }, { now, back }) => {
    const [waiting, dueOf] = [await waitingOf(tx, userId), await duty(tx, userId, now, back)];
    const { mails, later, dropped } = sort(waiting.map((one) => ({ id: one.notificationId, threadId: one.notification.threadId, due: dueOf(one) })), now);
    for (const { digest, ids } of mails) {
      const { id } = await tx.noticeMail.create({ data: { userId, digest, createdAt: now }, select: { id: true } });
      await tx.posting.updateMany({ where: { notificationId: { in: ids } }, data: { mailId: id } });
      await send(tx, "letter", { mail: id });
    }
    for (const { id, at } of later) await tx.posting.update({ where: { notificationId: id }, data: { dueAt: at } });
    await tx.posting.deleteMany({ where: { notificationId: { in: dropped } } });
    return ok({ id: userId });
  },
});

/** A mail that nobody has sent yet, held so that only one does with it what is done. */
const hold = async (tx: Tx, { id }: { id: string }, actor: Parameters<typeof maySend>[0]) => {
  await tx.$queryRaw`SELECT 1 FROM "NoticeMail" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.noticeMail.findFirst({ where: { AND: [mailsSeenBy(actor), { id, sentAt: null }] }, select: { id: true, digest: true, createdAt: true } });
};

/** A server has taken it. */
export const keepSent = command({
  event: null,
  input: OfMail,
  find: hold,
  allow: maySend,
  run: async (tx, { id }, { now }) => {
    await tx.noticeMail.update({ where: { id }, data: { sentAt: now } });
    await tx.notification.updateMany({ where: { posting: { mailId: id } }, data: { mailedAt: now } });
    return ok({ id });
  },
});

/** There is nothing left in it that its reader may hear. */
export const dropMail = command({
  event: null,
  input: OfMail,
  find: hold,
  allow: maySend,
  run: async (tx, { id }) => {
    await tx.noticeMail.delete({ where: { id } }); // its postings go with it
    return ok({ id });
  },
});

/** No server took it for too long: what stood in it is planned anew, by what holds now. */
export const giveUpMail = command({
  event: null,
  input: OfMail,
  find: async (tx, input, actor) => {
    const mail = await hold(tx, input, actor);
    return mail && isStale(mail, input.now) ? mail : null;
  },
  allow: maySend,
  run: async (tx, { id }, { now }) => {
    await tx.posting.updateMany({ where: { mailId: id }, data: { mailId: null, dueAt: now } });
    await tx.noticeMail.delete({ where: { id } });
    return ok({ id });
  },
});

/** What was sent long ago is forgotten. */
export const forgetSent = command({
  event: null,
  input: ForgetSent,
  find: async () => ({}),
  allow: maySend,
  run: async (tx, _none, { before }) => {
    await tx.noticeMail.deleteMany({ where: { sentAt: { lt: before } } });
    return ok({ id: "" });
  },
});
