import { z } from "zod";
import { Slug } from "../schema";
import { FLAG_LIMIT } from "./rules";

const words = z.string().max(FLAG_LIMIT, "too-long").trim().min(1, "required");

export const FlagTopic = z.strictObject({ slug: Slug, reason: words });
export const AnswerFlag = z.strictObject({ id: z.uuid(), answer: words });
