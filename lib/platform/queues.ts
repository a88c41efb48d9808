import type { PgBoss } from "pg-boss";

/** The queues there are. `events` carries every change to its reactions; `clock` says that it is time for something; `image` makes pictures anew. */
export const queues = ["events", "clock", "image"] as const;
export type Queue = (typeof queues)[number];

const settings = { retryLimit: 5, retryDelay: 2, retryBackoff: true, notify: true };

/** Creates what is missing: part of every deployment. */
export const createQueues = async (boss: PgBoss) => {
  for (const queue of queues) await boss.createQueue(queue, settings);
};
