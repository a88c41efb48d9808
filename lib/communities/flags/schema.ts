import { z } from "zod";
import { Slug } from "../schema";

export const FLAG_LIMIT = 500;
const words = z.string().max(FLAG_LIMIT, "too-long").trim().min(1, "required");

export const FlagTopic = z.strictObject({ slug: Slug, reason: words });
export const AnswerFlag = z.strictObject({ id: z.uuid(), answer: words });
