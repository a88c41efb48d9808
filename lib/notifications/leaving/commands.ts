import "server-only";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok } from "@/lib/platform/result";
import { lookAgain } from "../channels/commands";
import { mayChoose } from "../channels/policy";
import { channelsOf } from "../channels/queries";
import { type Topic, topics, toStoredChannel, usual } from "../channels/rules";
import { readLeaveToken } from "./queries";
import type { Leaving } from "./rules";
import { LeaveMails } from "./schema";

/** What comes by mail stands on the page only; what it was before is kept for undo. */
const leaveTopic = async (tx: Tx, userId: string, topic: Topic) => {
  const { channels } = await channelsOf(tx, userId);
  if (channels[topic] === "nothing" || channels[topic] === "portal") return;
  const data = { channel: "PORTAL" as const, before: toStoredChannel(channels[topic]) };
  await tx.channelChoice.upsert({ where: { userId_topic: { userId, topic } }, create: { userId, topic, ...data }, update: data });
};

const returnToTopic = async (tx: Tx, userId: string, topic: Topic) => {
  const left = await tx.channelChoice.findFirst({ where: { userId, topic, before: { not: null } }, select: { before: true } });
  if (!left?.before) return;
  if (left.before === toStoredChannel(usual[topic])) await tx.channelChoice.deleteMany({ where: { userId, topic } });
  else await tx.channelChoice.update({ where: { userId_topic: { userId, topic } }, data: { channel: left.before, before: null } });
};

const silence = (tx: Tx, userId: string, threadId: string) => tx.mailSilence.createMany({ data: [{ userId, threadId }], skipDuplicates: true });

const gathered = async (tx: Tx, userId: string, undo: boolean): Promise<Topic[]> => {
  const { channels } = await channelsOf(tx, userId);
  if (!undo) return topics.filter((topic) => channels[topic] === "daily" || channels[topic] === "weekly");
  const left = await tx.channelChoice.findMany({ where: { userId, before: { in: ["DAILY", "WEEKLY"] } }, select: { topic: true } });
  return topics.filter((topic) => left.some((one) => one.topic === topic));
};

const carryThrough = async (tx: Tx, userId: string, leaving: Leaving, undo: boolean) => {
  if (leaving.what === "thread") return void (undo ? await tx.mailSilence.deleteMany({ where: { userId, threadId: leaving.threadId } }) : await silence(tx, userId, leaving.threadId));
  for (const topic of leaving.what === "topic" ? [leaving.topic] : await gathered(tx, userId, undo)) await (undo ? returnToTopic : leaveTopic)(tx, userId, topic);
};

/** By the token of a mail, without a session: exactly what it says, and back. Pressed twice it is done once. */
export const leaveMails = command({
  event: null,
  input: LeaveMails,
  find: async (_tx, { token }) => {
    const said = readLeaveToken(token);
    return said && { id: said.userId, leaving: said.leaving };
  },
  allow: mayChoose,
  run: async (tx, { id: userId, leaving }, { undo }) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    await carryThrough(tx, userId, leaving, undo);
    await lookAgain(tx, userId);
    return ok({ id: userId });
  },
});
