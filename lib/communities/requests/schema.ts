import { z } from "zod";
import { interests, Slug } from "../schema";

export const MESSAGE_LIMIT = 500;
export const Message = z.string().max(MESSAGE_LIMIT, "too-long").trim().default("");

export const RequestMembership = z.strictObject({ slug: Slug, interest: z.enum(interests), message: Message });
export const RequestId = z.strictObject({ id: z.uuid() });
