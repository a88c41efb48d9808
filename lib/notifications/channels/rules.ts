import type { Channel as Stored } from "@/lib/generated/prisma/enums";
import type { Kind } from "../rules";

/** How much somebody hears of one thing: not at all, on their page, or by mail: at once, or gathered once a day or week. */
export const channels = ["nothing", "portal", "at-once", "daily", "weekly"] as const;
export type Channel = (typeof channels)[number];

/** What people choose a channel for. */
export const topics = ["asks", "mention", "reply-to-me", "answer", "help-request", "reply", "new-discussion", "reaction", "word"] as const;
export type Topic = (typeof topics)[number];

/** Under which of them each kind of notification comes. */
export const topicOf: Record<Kind, Topic> = {
  reply: "reply",
  "reply-to-me": "reply-to-me",
  mention: "mention",
  "new-discussion": "new-discussion",
  "help-request": "help-request",
  accepted: "answer",
  solved: "answer",
  reaction: "reaction",
  summary: "asks",
  "move-consent": "asks",
  report: "asks",
  invitation: "asks",
  "join-request": "asks",
  leadership: "asks",
  "help-overdue": "asks",
  "request-late": "word",
  "request-accepted": "word",
  "request-declined": "word",
  removed: "word",
};

/** What holds while nothing is chosen. Calm: only what is meant for this reader comes at once. */
export const usual: Record<Topic, Channel> = {
  asks: "at-once",
  mention: "at-once",
  "reply-to-me": "at-once",
  answer: "daily",
  "help-request": "daily",
  reply: "daily",
  "new-discussion": "daily",
  reaction: "portal",
  word: "at-once",
};

/** What is asked of someone, and what becomes of their own requests, stays on their page in any case. */
export const mayMiss = (topic: Topic) => topic !== "asks" && topic !== "word";
export const offered = (topic: Topic) => channels.filter((channel) => channel !== "nothing" || mayMiss(topic));

export const toStoredChannel = (channel: Channel) => channel.toUpperCase().replace("-", "_") as Stored;
export const toSaidChannel = (channel: Stored) => channel.toLowerCase().replace("_", "-") as Channel;

export const byMail = (channel: Channel) => channel !== "nothing" && channel !== "portal";

/** When digests come, and when nothing does: full hours of the reader's clock; weekdays from 1, Monday, to 7. The same hour twice: no quiet hours. */
export type Rhythm = { hour: number; weekday: number; quietFrom: number; quietTo: number };
export const usualRhythm: Rhythm = { hour: 8, weekday: 1, quietFrom: 20, quietTo: 7 };

/** The channel of each topic, from what someone has chosen. */
export const chosen = (choices: readonly { topic: string; channel: Stored }[]): Record<Topic, Channel> => ({
  ...usual,
  ...Object.fromEntries(choices.flatMap(({ topic, channel }) => (topics.includes(topic as Topic) ? [[topic, toSaidChannel(channel)]] : []))),
});

/** What is kept of a choice: only where it differs. */
export const differing = (said: Record<Topic, Channel>) => topics.filter((topic) => said[topic] !== usual[topic]).map((topic) => ({ topic, channel: toStoredChannel(said[topic]) }));
