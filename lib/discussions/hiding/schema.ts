import { z } from "zod";
import { REASON_LIMIT } from "./rules";

/** The first post of a discussion, or one of its replies. */
export const PostAddress = z.strictObject({ discussionId: z.uuid(), replyId: z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional() });
export const HidePost = PostAddress.extend({ reason: z.string().max(REASON_LIMIT, "too-long").trim().min(1, "required") });

/** Which post an address is about: `?reply=`, or the first one. An address that names none is none. */
export const ShowPost = z.object({ reply: z.uuid().optional() });
