import "server-only";
import type { ReadTx, Tx } from "./db";
import type { Happened, Reaction, Reactions } from "./events";

/** One person who is told, what it is to them, and why it is they. `asks`: something is asked of them, so that it waits for their return. */
export type Told = { userId: string; kind: string; reason: string; tag?: string | null; asks?: boolean };
/** What it is about: `threadId` is what it is bundled with. */
type About = { threadId: string; communityId?: string | null; discussionId?: string | null; replyId?: string | null };
/** Who is told of an event: only who may know of it now. Where one person is named twice, the first reason counts. */
export type Notice = (tx: ReadTx, event: Happened) => Promise<{ about: About; told: Told[] } | null>;
/** By the name of the event that they tell of. */
export type Notices = Record<string, Notice>;

/** When someone who is away is back; null: they are here. */
type Waits = (userId: string, now: Date) => Promise<Date | null>;

/** What is done with the rows of an event as soon as they are made, in the same transaction. */
type Then = (tx: Tx, eventId: string) => Promise<void>;

const firstOfEach = (told: Told[], but: string | null) =>
  [...new Map(told.toReversed().map((one) => [one.userId, one])).values()].filter(({ userId }) => userId !== but);

/** One row for each person, however often the reaction runs. Nobody is told of what they did themselves. */
const tell =
  (notice: Notice, back: Waits, then: Then): Reaction =>
  async (tx, event) => {
    const found = await notice(tx, event);
    const told = found ? firstOfEach(found.told, event.actorId) : [];
    if (!found || told.length === 0) return;
    const rows = [];
    for (const { asks, ...one } of told) rows.push({ ...one, ...found.about, at: (asks && (await back(one.userId, new Date()))) || event.at });
    await tx.notification.createMany({ data: rows.map((row) => ({ ...row, eventId: event.id, subjectId: event.subjectId, actorId: event.actorId })), skipDuplicates: true });
    await then(tx, event.id);
  };

export const tellAll = (notices: Notices, back: Waits, then: Then): Reactions => Object.fromEntries(Object.entries(notices).map(([name, notice]) => [name, tell(notice, back, then)]));
