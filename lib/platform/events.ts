import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, NOBODY } from "./actor";
import { db, type Tx } from "./db";
import { newId } from "./id";
import { send, sendAll } from "./jobs";
import { CHANNEL } from "./live/announce";

export type Happened = { id: string; name: string; subjectId: string; communityId: string | null; actorId: string | null; payload: Record<string, unknown>; at: Date };
/** What a feature does because something happened. It may run more than once for one event, so its effects are idempotent. */
export type Reaction = (tx: Tx, event: Happened) => Promise<void>;
export type Reactions = Record<string, Reaction>;

/**
 * Writes the event, the job that will carry it to the reactions, and, where it happened in a community, the announcement to those who
 * look now, in the transaction of the change. Which kinds are told, and to whom, is decided where announcements are read.
 */
export const record = async (
  tx: Tx,
  event: { name: string; subjectId: string; actor: Actor; communityId?: string | null; payload?: Record<string, unknown> },
) => {
  const { actor, communityId = null, payload = {}, name, subjectId } = event;
  const id = newId();
  await tx.$executeRaw`
    WITH happened AS (INSERT INTO "Event" (id, name, "subjectId", "communityId", "actorId", payload, at)
        VALUES (${id}::uuid, ${name}, ${subjectId}::uuid, ${communityId}::uuid, ${actor.id === NOBODY ? null : actor.id}::uuid, ${JSON.stringify(payload)}::jsonb, ${new Date()})),
      told AS (INSERT INTO "Announcement" (kind, "subjectId", "communityId") SELECT ${name}, ${subjectId}::uuid, ${communityId}::uuid WHERE ${communityId !== null})
    SELECT pg_notify(${CHANNEL}, '') WHERE ${communityId !== null}`;
  await send(tx, "events", { id });
};

/** The same fact about many subjects, as after an import: their events in one statement, their jobs in another. */
export const recordAll = async (tx: Tx, name: string, subjects: { subjectId: string; payload?: Prisma.InputJsonObject }[], actor: Actor) => {
  if (subjects.length === 0) return;
  const actorId = actor.id === NOBODY ? null : actor.id;
  const events = await tx.event.createManyAndReturn({ data: subjects.map((subject) => ({ ...subject, name, actorId })), select: { id: true } });
  await sendAll(tx, "events", events);
};

export const findEvent = async (id: string): Promise<Happened | null> => {
  const event = await db.event.findUnique({ where: { id } });
  return event && { ...event, payload: event.payload as Record<string, unknown> };
};

/** Runs every reaction to one event, each in a transaction of its own. One that fails does not keep the others from their work; the job is tried again. */
export const react = async (features: Reactions[], id: string) => {
  const event = await findEvent(id);
  const failed: unknown[] = [];
  for (const reactions of event ? features : []) {
    const reaction = event && reactions[event.name];
    if (reaction) await db.$transaction((tx) => reaction(tx, event)).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
};
