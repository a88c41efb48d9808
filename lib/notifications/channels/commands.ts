import "server-only";
import { command } from "@/lib/platform/access";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { choicesSeenBy, mayChoose } from "./policy";
import { differing, usualRhythm } from "./rules";
import { ChooseChannels, HearAgain } from "./schema";

const self = async (_tx: Tx, _input: unknown, actor: Actor) => ({ id: actor.id });

/** What waits to go by mail is looked at anew, with what was chosen now. */
export const lookAgain = (tx: Tx, userId: string) => tx.posting.updateMany({ where: { userId, mailId: null }, data: { dueAt: new Date() } });

/** The whole of it at once; only what differs from what holds for everyone is kept. */
export const chooseChannels = command({
  event: null,
  input: ChooseChannels,
  find: self,
  allow: mayChoose,
  run: async (tx, { id: userId }, { hour, weekday, quietFrom, quietTo, ...said }) => {
    await tx.channelChoice.deleteMany({ where: { userId } });
    await tx.channelChoice.createMany({ data: differing(said).map((one) => ({ ...one, userId })) });
    const rhythm = { hour, weekday, quietFrom, quietTo };
    const usual = (Object.keys(rhythm) as (keyof typeof rhythm)[]).every((key) => rhythm[key] === usualRhythm[key]);
    if (usual) await tx.mailRhythm.deleteMany({ where: { userId } });
    else await tx.mailRhythm.upsert({ where: { userId }, create: { userId, ...rhythm }, update: rhythm });
    await lookAgain(tx, userId);
    return ok({ id: userId });
  },
});

/** Mails about this conversation come again. */
export const hearAgain = command({
  event: null,
  input: HearAgain,
  find: (tx, { threadId }, actor) => tx.mailSilence.findFirst({ where: { ...choicesSeenBy(actor), threadId }, select: { userId: true, threadId: true } }),
  allow: (actor, { userId }) => mayChoose(actor, { id: userId }),
  run: async (tx, { userId, threadId }) => {
    const { count } = await tx.mailSilence.deleteMany({ where: { userId, threadId } });
    return count === 1 ? ok({ id: threadId }) : refuse("not-found");
  },
});
