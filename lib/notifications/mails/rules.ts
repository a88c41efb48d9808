import { afterQuiet, nextHour } from "@/lib/platform/hours";
import type { Channel, Rhythm } from "../channels/rules";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes that a mail at once waits for more of the same conversation. */
export const BUNDLE_MINUTES = 3;
/** After so many days what should have come at once is no longer news, and comes with the next digest. */
const AT_ONCE_DAYS = 2;
/** After so many days it comes by no mail any more; it stands on the reader's page. */
const FORGET_DAYS = 15;
/** Hours after which a digest that could not be sent is made anew, with what has come since. */
const DIGEST_HOURS = 23;

type Place = Rhythm & { timeZone: string };
/** `held`: it waits for its reader's return, and goes with nothing else. */
export type Due = { digest: boolean; at: Date; held?: true };

/** When, and in what, something of the moment `at` goes by mail, as it stands now; null: it does not. */
export const dueBy = (at: Date, channel: Channel, { hour, weekday, quietFrom, quietTo, timeZone }: Place, now: Date): Due | null => {
  const age = now.getTime() - at.getTime();
  if (age > FORGET_DAYS * DAY) return null;
  if (channel === "daily") return { digest: true, at: nextHour(at, hour, timeZone) };
  if (channel === "weekly") return { digest: true, at: nextHour(at, hour, timeZone, weekday) };
  if (channel !== "at-once") return null;
  if (age > AT_ONCE_DAYS * DAY) return { digest: true, at: nextHour(new Date(at.getTime() + AT_ONCE_DAYS * DAY), hour, timeZone) };
  return { digest: false, at: afterQuiet(new Date(at.getTime() + BUNDLE_MINUTES * MINUTE), { from: quietFrom, to: quietTo, timeZone }) };
};

/** Whether a mail that was made then, and not taken by any server since, is given up, and what stood in it is looked at anew. */
export const isStale = ({ digest, createdAt }: { digest: boolean; createdAt: Date }, now: Date) =>
  now.getTime() - createdAt.getTime() > (digest ? DIGEST_HOURS * 60 * MINUTE : AT_ONCE_DAYS * DAY);

type Waiting = { id: string; threadId: string; due: Due | null };

/**
 * What is to be done with what waits for one reader: mails to make (one for each conversation that comes at once, with what else of
 * it waits; one for all that is gathered), what to look at again later, what to drop.
 */
export const sort = (waiting: Waiting[], now: Date) => {
  const isDue = ({ due }: Waiting) => due !== null && due.at <= now;
  const threads = new Set(waiting.filter((one) => isDue(one) && !one.due?.digest).map(({ threadId }) => threadId));
  const goesNow = (one: Waiting) => isDue(one) || (one.due?.digest === false && !one.due.held && threads.has(one.threadId));
  const ids = (of: Waiting[]) => of.map(({ id }) => id);
  const digest = waiting.filter((one) => one.due?.digest && isDue(one));
  return {
    mails: [
      ...[...threads].map((thread) => ({ digest: false, ids: ids(waiting.filter((one) => one.threadId === thread && one.due?.digest === false && goesNow(one))) })),
      ...(digest.length > 0 ? [{ digest: true, ids: ids(digest) }] : []),
    ],
    later: waiting.flatMap(({ id, due, ...one }) => (due && !goesNow({ id, due, ...one }) ? [{ id, at: due.at }] : [])),
    dropped: ids(waiting.filter(({ due }) => due === null)),
  };
};
