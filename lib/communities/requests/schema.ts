import { z } from "zod";
import { interests } from "../rules";
import { Slug } from "../schema";
import { MESSAGE_LIMIT } from "./rules";

export const Message = z.string().max(MESSAGE_LIMIT, "too-long").trim().default("");

export const RequestMembership = z.strictObject({ slug: Slug, interest: z.enum(interests), message: Message });
export const RequestId = z.strictObject({ id: z.uuid() });
