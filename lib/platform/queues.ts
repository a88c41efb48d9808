import type { PgBoss } from "pg-boss";

/** The queues there are. `events` carries every change to its reactions; `letter` is one mail of notifications to one person; `clock` says that it is time for something; `image` makes pictures anew. */
export const queues = ["events", "letter", "clock", "image"] as const;
export type Queue = (typeof queues)[number];

/** A server that was killed sends no sign of life: its jobs are taken up again after half a minute, not after a quarter of an hour. */
const settings = { retryLimit: 5, retryDelay: 2, retryBackoff: true, notify: true, heartbeatSeconds: 30 };
/** What goes out by mail is tried for more than a day: a mail server may be away that long. */
const patient = { ...settings, retryLimit: 40, retryDelayMax: 3600 };
const settingsOf = (queue: Queue) => (queue === "events" || queue === "letter" ? patient : settings);

/** Creates what is missing, and brings what is there up to date: part of every deployment. */
export const createQueues = async (boss: PgBoss) => {
  for (const queue of queues) {
    await boss.createQueue(queue, settingsOf(queue));
    await boss.updateQueue(queue, settingsOf(queue));
  }
};
