import { z } from "zod";
import { BODY_LIMIT } from "../rules";
import { Body } from "../schema";

/** From the clock, never from a form. */
export const CloseQuietTopic = z.strictObject({ id: z.uuid(), now: z.date() });

/** `before` is the summary the writer saw: one that was changed since is not lost. */
export const SummariseTopic = z.strictObject({ id: z.uuid(), summary: Body, before: z.string().max(2 * BODY_LIMIT) });
