import "server-only";
import { command } from "@/lib/platform/access";
import { ok } from "@/lib/platform/result";
import { today } from "../commands";
import { isOwn } from "../policy";
import { absencesSeenBy, mayEndAbsence } from "./policy";
import { beAway } from "./rules";
import { AddAbsence, EndAbsence } from "./schema";

export const addAbsence = command({
  event: "absence.added",
  input: AddAbsence,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: isOwn,
  run: async (tx, { id: userId }, days) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const others = await tx.absence.findMany({ where: { userId }, select: { startsOn: true, endsOn: true } });
    const away = beAway(days, others, await today(tx));
    if (!away.ok) return away;
    const { id } = await tx.absence.create({ data: { userId, ...away.value }, select: { id: true } });
    return ok({ id });
  },
});

/** Back earlier than thought, or not going at all: the row goes. */
export const endAbsence = command({
  event: "absence.ended",
  input: EndAbsence,
  find: (tx, { id }, actor) => tx.absence.findFirst({ where: { AND: [absencesSeenBy(actor), { id }] }, select: { id: true, userId: true } }),
  allow: mayEndAbsence,
  run: async (tx, { id }) => {
    await tx.absence.delete({ where: { id } });
    return ok({ id });
  },
});
