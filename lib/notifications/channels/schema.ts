import { z } from "zod";
import { channels } from "./rules";

const hour = z.coerce.number("hour").int("hour").min(0, "hour").max(23, "hour");
const channel = z.enum(channels, "channel");
/** What is asked of someone cannot be missed altogether. */
const kept = channel.refine((one) => one !== "nothing", "channel");

/** One channel for each topic, and the hours. */
export const ChooseChannels = z.strictObject({
  asks: kept, mention: channel, "reply-to-me": channel, answer: channel, "help-request": channel, reply: channel, "new-discussion": channel, reaction: channel, word: kept,
  hour,
  weekday: z.coerce.number("weekday").int("weekday").min(1, "weekday").max(7, "weekday"),
  quietFrom: hour,
  quietTo: hour,
});

export const HearAgain = z.strictObject({ threadId: z.uuid() });
